import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { put, temporaryFolder } from '../temporary-folder.ts';
import { filesBelow as allBelow } from '../tree.ts';
import { runMain } from './run-main.ts';

const blank = '2026-03-14-blank-receipt';
const again = '2026-04-02-receipt-again';
const server = '2026-01-09-receipt-500';

function knowledgeBase(): string {
  const folder = temporaryFolder();
  cpSync(join(import.meta.dirname, '..', 'fixtures', 'promote'), folder, { recursive: true });
  return folder;
}

/** Without what reading leaves behind for the next time. */
const filesBelow = (folder: string) =>
  allBelow(folder).filter((file) => !file.startsWith('.fixlore/'));

const promote = (cwd: string, ...options: string[]) => runMain(['promote', ...options], { cwd });

/** What a check says of the articles, severity and code. */
async function checkedArticles(cwd: string): Promise<string[]> {
  const { stdout } = await runMain(['check', 'kb', '--format', 'json'], { cwd });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: Record<string, string>[] };
  return [...new Set(diagnostics.map(({ severity, code }) => `${severity} ${code}`))].sort();
}

const read = (root: string, file: string) => readFileSync(join(root, file), 'utf8');

// Golden files to be read as an author would: the draft, and what the terminal says.
describe('the draft', () => {
  it.each([
    ['one', [blank]],
    ['two-merged', [blank, again, '--to', 'receipts/no-receipt']],
    ['internal', [server, '--audience', 'internal', '--to', 'renderer']],
  ])('of %s', async (name, options) => {
    const root = knowledgeBase();
    const before = filesBelow(join(root, 'kb'));
    const { code, stdout, stderr } = await promote(root, ...options);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [file, ...others] = filesBelow(join(root, 'kb')).filter((one) => !before.includes(one));
    expect(others).toEqual([]);
    const golden = `../golden/promote/${name}`;
    await expect(read(root, `kb/${file ?? ''}`)).toMatchFileSnapshot(`${golden}.md`);
    await expect(stdout).toMatchFileSnapshot(`${golden}.txt`);
    expect((await checkedArticles(root)).filter((one) => !one.startsWith('info'))).toEqual([]);
  });

  it('carries nothing internal', async () => {
    const root = knowledgeBase();
    await promote(root, blank, again, '--to', 'x');
    expect(read(root, 'kb/portal/x.md')).not.toMatch(
      /Dana|Whitfield|Foobar|acme\.example|ZD-|REINDEX|Paginor|\b(sj|ab)\b|A long story|app3/,
    );
  });

  it('is shown and not written with --dry-run', async () => {
    const root = knowledgeBase();
    const before = filesBelow(root);
    const { code, stdout } = await promote(root, blank, '--dry-run');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^---\ntitle: Receipt page stays blank[^]*\nWould write kb\/portal\//);
    expect(filesBelow(root)).toEqual(before);
  });

  it('cannot be published before its places are filled', async () => {
    const root = knowledgeBase();
    await promote(root, blank, '--to', 'x');
    const text = read(root, 'kb/portal/x.md');
    put(root, 'kb/portal/x.md', text.replace('state: draft', 'state: published'));
    expect(await checkedArticles(root)).toContain('error place-to-fill');
  });

  it('takes its incident off the list of candidates', async () => {
    const root = knowledgeBase();
    const candidates = async () =>
      (await runMain(['report', 'self-help', '--format', 'json'], { cwd: root })).stdout;
    const before = await candidates();
    await promote(root, blank);
    expect(await candidates()).not.toBe(before);
  });
});

describe('nothing is written', () => {
  it.each([
    [[], 2, 'Promote which incident?'],
    [['nowhere'], 1, 'nowhere: There is no such incident.'],
    [['2026-03-14-blank-receip'], 1, `Did you mean ${blank}?`],
    [['2026-05-01-transfer-hangs'], 1, 'It is open, not resolved.'],
    [[server], 1, 'customers cannot do it alone'],
    [[blank, '--to', '../../x'], 1, 'cannot be one of an article'],
    [[blank, '--to', 'receipt-error-500'], 1, 'There is an article receipt-error-500 already.'],
    [[blank, '--into', 'nowhere'], 1, 'There is no article that --into names'],
    [[blank, '--into', 'x', '--to', 'y'], 2, 'give one of them'],
    [[blank, '--overwrite'], 2, '--overwrite needs'],
    [[blank, '--audience', 'nobody'], 2, '--audience takes one of public, internal.'],
  ])('for %j', async (options, expected, words) => {
    const root = knowledgeBase();
    const before = filesBelow(root);
    const { code, stdout, stderr } = await promote(root, ...options);
    expect({ code, stdout }).toEqual({ code: expected, stdout: '' });
    expect(stderr).toContain(words);
    expect(filesBelow(root)).toEqual(before);
  });

  it('over a file that is no article', async () => {
    const root = knowledgeBase();
    put(root, 'kb/portal/x.md', 'not an article\n');
    const { code } = await promote(root, blank, '--to', 'x');
    expect(code).toBe(1);
    expect(read(root, 'kb/portal/x.md')).toBe('not an article\n');
  });

  it('where the incident cannot be read', async () => {
    const root = knowledgeBase();
    put(root, `incidents/${blank}.md`, '---\ntitle: x\n---\n');
    const { code, stderr } = await promote(root, blank);
    expect(code).toBe(1);
    expect(stderr).toContain('Its record has errors.');
  });
});

describe('a second time', () => {
  it('says what changed in the sources since, by field, and takes note of it when told', async () => {
    const root = knowledgeBase();
    await promote(root, blank, '--to', 'x');
    expect((await promote(root, blank)).stdout).toBe(
      'kb/portal/x.md is up to date with its sources.\n',
    );
    const source = join(root, `incidents/${blank}.md`);
    writeFileSync(source, readFileSync(source, 'utf8').replace('from the claims list', 'by mail'));
    const article = read(root, 'kb/portal/x.md');
    expect(await checkedArticles(root)).toContain('warning source-changed');
    const told = await promote(root, blank);
    expect(told.stdout).toContain(`changed in ${blank}: workaround\n`);
    expect(told.stdout).not.toContain('by mail');
    expect(read(root, 'kb/portal/x.md')).toBe(article);
    const taken = await promote(root, blank, '--into', 'x');
    expect(taken.stdout).toContain(`Brought up to date: kb/portal/x.md`);
    expect(await checkedArticles(root)).not.toContain('warning source-changed');
    const digest = /^source_digest: .*$/m;
    const now = read(root, 'kb/portal/x.md');
    expect(now.replace(digest, '')).toBe(article.replace(digest, ''));
  });

  it('takes up another incident', async () => {
    const root = knowledgeBase();
    await promote(root, blank, '--to', 'x');
    const { stdout } = await promote(root, again, '--into', 'x');
    await expect(stdout).toMatchFileSnapshot('../golden/promote/into.txt');
    expect(read(root, 'kb/portal/x.md')).toContain(`  - ${blank}\n  - ${again}\n`);
    expect(await checkedArticles(root)).toContain('info fix-failed-again');
  });
});

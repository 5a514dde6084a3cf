import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { put, temporaryFolder } from '../temporary-folder.ts';
import { filesBelow, treeOf } from '../tree.ts';
import { runMain } from './run-main.ts';

function knowledgeBase(): string {
  const folder = temporaryFolder();
  cpSync(join(import.meta.dirname, '..', 'fixtures', 'export'), folder, { recursive: true });
  return folder;
}

const read = (...path: string[]) => readFileSync(join(...path), 'utf8');

/** Each text of a tree below its path, as a person reads it. */
function listing(folder: string): string {
  return filesBelow(folder)
    .map((path) => {
      const isText = /\.(md|json|txt)$/.test(path);
      return `═══ ${path}\n${isText ? read(folder, path) : '(a picture)\n'}`;
    })
    .join('\n');
}

const to = 'site/src/content/docs/help';

function exportDocs(cwd: string, format = 'starlight', ...more: string[]) {
  return runMain(['export', 'docs', '--to', to, '--format', format, ...more], { cwd });
}

describe('the tree of a format', () => {
  it.each(['starlight', 'docusaurus', 'vitepress', 'markdown'])('%s', async (format) => {
    const root = knowledgeBase();
    const { code, stderr } = await exportDocs(root, format);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    await expect(listing(join(root, to))).toMatchFileSnapshot(`../golden/export/${format}.txt`);
    const before = treeOf(join(root, to));
    const again = await exportDocs(root, format);
    expect(again.stdout).toMatch(/^3 articles exported to \S+: \d+ unchanged\n$/);
    expect(treeOf(join(root, to))).toEqual(before);
  });
});

describe('a later run', () => {
  it('keeps what a person changed or wrote, and says what to do', async () => {
    const root = knowledgeBase();
    put(root, `${to}/mail/hostile.md`, 'Mine.\n');
    await exportDocs(root);
    put(root, `${to}/portal/white-page.md`, 'Better.\n');
    put(root, `${to}/portal/notes.md`, 'Notes.\n');
    const { code, stdout } = await exportDocs(root);
    expect(code).toBe(1);
    expect(stdout).toContain('portal/white-page.md: changed by somebody since fixlore wrote it');
    expect(stdout).toContain('Take the change over into kb/, then delete the file');
    expect(stdout).toContain('mail/hostile.md: was not written by fixlore; kept.');
    expect(read(root, to, 'portal/white-page.md')).toBe('Better.\n');
    expect(read(root, to, 'mail/hostile.md')).toBe('Mine.\n');
    rmSync(join(root, to, 'portal/white-page.md'));
    rmSync(join(root, to, 'mail/hostile.md'));
    expect((await exportDocs(root)).code).toBe(0);
    expect(read(root, to, 'portal/white-page.md')).toContain('Reload the page');
    expect(read(root, to, 'portal/notes.md')).toBe('Notes.\n');
  });

  it('brings changes along and takes away what is gone, with its pictures', async () => {
    const root = knowledgeBase();
    await exportDocs(root);
    rmSync(join(root, 'kb/mail'), { recursive: true });
    const file = join(root, 'kb/portal/white-page.md');
    put(
      root,
      'kb/portal/white-page.md',
      read(file).replace('[what mail does](../mail/hostile.md#steps)', 'mail'),
    );
    const { code, stdout } = await exportDocs(root);
    expect({ code, stdout }).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('1 removed'),
    });
    expect(existsSync(join(root, to, 'mail'))).toBe(false);
    rmSync(file);
    await exportDocs(root);
    expect(filesBelow(join(root, to))).toEqual([
      '.fixlore-docs.json',
      'portal/old-printer.md',
      'redirects.json',
      'sidebar.json',
    ]);
  });

  it('takes the line ends of another system for no change', async () => {
    const root = knowledgeBase();
    await exportDocs(root);
    const path = `${to}/portal/white-page.md`;
    put(root, path, read(root, path).replaceAll('\n', '\r\n'));
    expect((await exportDocs(root)).code).toBe(0);
  });

  it('may be of another format', async () => {
    const root = knowledgeBase();
    await exportDocs(root, 'vitepress');
    const { code } = await exportDocs(root, 'docusaurus');
    expect(code).toBe(0);
    expect(filesBelow(join(root, to))).not.toContain('portal/blank-page.md');
  });
});

describe('nothing outside the folder is touched', () => {
  it('by a folder that is a link', async () => {
    const root = knowledgeBase();
    mkdirSync(join(root, to), { recursive: true });
    mkdirSync(join(root, 'elsewhere'));
    symlinkSync(join(root, 'elsewhere'), join(root, to, 'portal'));
    const { code, stdout } = await exportDocs(root);
    expect(code).toBe(1);
    expect(stdout).toContain('portal/white-page.md: was not written by fixlore; kept.');
    expect(filesBelow(join(root, 'elsewhere'))).toEqual([]);
  });

  it('by a file that is a link', async () => {
    const root = knowledgeBase();
    put(root, 'elsewhere.md', 'x');
    mkdirSync(join(root, to, 'portal'), { recursive: true });
    symlinkSync(join(root, 'elsewhere.md'), join(root, to, 'portal/white-page.md'));
    expect((await exportDocs(root)).code).toBe(1);
    expect(read(root, 'elsewhere.md')).toBe('x');
  });

  it('by what a manifest says', async () => {
    const root = knowledgeBase();
    const manifest = { version: 1, format: 'starlight', files: { '../../victim.md': 'x' } };
    put(root, `${to}/.fixlore-docs.json`, JSON.stringify(manifest));
    const { code, stderr } = await exportDocs(root);
    expect(code).toBe(2);
    expect(stderr).toContain('is damaged');
    expect(filesBelow(join(root, to))).toEqual(['.fixlore-docs.json']);
  });

  it('nor inside with --dry-run, which tells', async () => {
    const root = knowledgeBase();
    const { code, stdout } = await exportDocs(root, 'starlight', '--dry-run');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^3 articles would be exported [^]*\n {2}new +portal\/white-page\.md\n/);
    expect(existsSync(join(root, 'site'))).toBe(false);
  });
});

describe('is refused', () => {
  it.each([
    [[], 'Export what? One of docs, github-form,'],
    [['doc'], 'Did you mean "docs"?'],
    [['docs', '--format', 'starlight'], '--to names the folder'],
    [['docs', '--to', 'x'], '--format takes one of starlight, docusaurus, vitepress, markdown.'],
    [['docs', '--to', 'x', '--format', 'starlight'], 'give --base'],
    [['docs', '--to', 'x', '--format', 'starlight', '--base', 'x'], '--base takes a path'],
    [['docs', '--to', 'kb/x', '--format', 'markdown'], 'belongs to the knowledge base itself'],
    [['docs', '--to', '.', '--format', 'markdown'], 'belongs to the knowledge base itself'],
    [['docs', '--to', 'fixlore.config.yaml', '--format', 'markdown'], 'is no folder'],
    [['github-form', 'mail'], 'There is no intake of "mail".'],
    [['github-form', 'portal', '--to', 'x'], 'There is no folder "x".'],
  ])('%j', async (options, words) => {
    const { code, stderr } = await runMain(['export', ...options], { cwd: knowledgeBase() });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(words) });
  });

  it('while a record has errors', async () => {
    const root = knowledgeBase();
    put(root, 'kb/portal/broken.md', '---\ntitle: x\n---\n');
    expect((await exportDocs(root)).code).toBe(1);
    expect(existsSync(join(root, 'site'))).toBe(false);
  });
});

describe('a form of GitHub', () => {
  const form = '.github/ISSUE_TEMPLATE/portal.yml';
  const exportForm = (cwd: string, ...more: string[]) =>
    runMain(['export', 'github-form', ...more], { cwd });

  it('is written, left if it is right, and replaced when told', async () => {
    const root = knowledgeBase();
    expect((await exportForm(root, 'portal')).stdout).toBe(`Wrote ${form}\n`);
    expect((await exportForm(root)).stdout).toBe(`Unchanged: ${form}\n`);
    put(root, form, 'name: mine\n');
    const { code, stderr } = await exportForm(root);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `${form} is another file already. --overwrite replaces it.\n`,
    });
    expect((await exportForm(root, '--overwrite')).code).toBe(0);
    expect(read(root, form)).toContain('label: "What do you see?"');
  });

  it('is not written if GitHub would drop it', async () => {
    const root = knowledgeBase();
    const intake = read(root, 'kb/intake/portal.md');
    put(root, 'kb/intake/portal.md', intake.replace('What do you see?', 'Your password?'));
    const { code, stderr } = await exportForm(root);
    expect(code).toBe(1);
    expect(stderr).toContain('question seen: its label asks for a secret');
    expect(existsSync(join(root, '.github'))).toBe(false);
  });

  it('is shown with --dry-run', async () => {
    const root = knowledgeBase();
    const { stdout } = await exportForm(root, '--dry-run', '--label', 'support');
    expect(stdout).toMatch(/^# \.github[^]*\nlabels:\n {2}- "support"\n/);
    expect(existsSync(join(root, '.github'))).toBe(false);
  });
});

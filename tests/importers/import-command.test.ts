import { mkdirSync, readFileSync, readdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '#cli/main.ts';
import type { Io } from '#io/io.ts';
import { folderWith, put, temporaryFolder } from '../temporary-folder.ts';

const fixtures = join(import.meta.dirname, '..', 'fixtures', 'import');
const site = join(fixtures, 'cstate');
const articles = join(fixtures, 'articles');

describe('fixlore import', () => {
  it('makes a knowledge base that passes the check, and changes nothing the second time', async () => {
    const root = temporaryFolder();
    expect(await run(root, 'cstate', site)).toMatchObject({ code: 0, stderr: '' });
    expect(await run(root, 'markdown', articles)).toMatchObject({ code: 0, stderr: '' });
    const before = treeOf(root);
    expect(await checkOf(root)).toEqual({ records: 8, error: 0 });

    for (const args of [
      ['cstate', site],
      ['markdown', articles],
    ]) {
      const { code, stdout } = await run(root, ...args);
      expect([code, stdout.split('\n')[0]]).toEqual([
        0,
        `Imported 0 new records from ${args[0]}; 4 unchanged, 0 kept.`,
      ]);
    }
    expect(treeOf(root)).toEqual(before);
  });

  it('makes the folder that it is given', async () => {
    const root = join(temporaryFolder(), 'not', 'there');
    expect(await run(root, 'cstate', site)).toMatchObject({ code: 0, stderr: '' });
    expect(await checkOf(root)).toEqual({ records: 4, error: 0 });
  });

  it('brings postmortems in as incidents that pass the check, and nothing of them twice', async () => {
    const root = temporaryFolder();
    const args = ['markdown', join(fixtures, 'postmortems'), '--as', 'incidents'];
    expect(await run(root, ...args)).toMatchObject({ code: 0, stderr: '' });
    expect(await checkOf(root)).toEqual({ records: 2, error: 0 });
    const { stdout } = await run(root, ...args);
    expect(stdout).toContain('Imported 0 new records from markdown; 2 unchanged, 0 kept.');
  });

  it('says which formats are one kind of record only', async () => {
    const { code, stderr } = await run(temporaryFolder(), 'cstate', site, '--as', 'articles');
    expect([code, stderr]).toEqual([2, expect.stringContaining('cstate holds incidents only.')]);
  });

  it('writes nothing with --dry-run', async () => {
    const root = temporaryFolder();
    const { code, stdout } = await run(root, 'cstate', site, '--dry-run');
    expect([code, readdirSync(root)]).toEqual([0, []]);
    expect(stdout).toContain('Would import 4 new records from cstate');
    expect(stdout).toContain('Nothing was written (--dry-run).');
  });

  it('keeps what was edited or moved, and says when a source has changed', async () => {
    const root = temporaryFolder();
    const source = folderWith({ 'a.md': article('A'), 'b.md': article('B'), 'c.md': article('C') });
    await run(root, 'markdown', source);
    const edited = readFileSync(join(root, 'kb/a.md'), 'utf8').replace('state: draft', 'state: "');
    put(root, 'kb/a.md', edited);
    mkdirSync(join(root, 'kb/other'));
    renameSync(join(root, 'kb/b.md'), join(root, 'kb/other/new-name.md'));
    put(source, 'c.md', article('C', 'More.'));
    put(source, 'd.md', article('D'));

    const { stdout } = await run(root, 'markdown', source, '--format', 'json');
    const { files } = JSON.parse(stdout) as { files: object[] };
    expect(files).toEqual([
      { path: 'kb/a.md', source: 'a.md', state: 'kept', source_changed: false },
      { path: 'kb/other/new-name.md', source: 'b.md', state: 'unchanged', source_changed: false },
      { path: 'kb/c.md', source: 'c.md', state: 'kept', source_changed: true },
      { path: 'kb/d.md', source: 'd.md', state: 'new', source_changed: false },
    ]);
    expect(readFileSync(join(root, 'kb/a.md'), 'utf8')).toBe(edited);
    const again = await run(root, 'markdown', source);
    expect(again.stdout).toContain('  kb/c.md its source has changed since: c.md\n');
  });

  it('never takes the id of another record', async () => {
    const root = folderWith({
      'fixlore.config.yaml': '# Ours\nproducts:\n  - id: portal\n    name: Portal\n',
      'kb/sub/a.md': '---\ntitle: Ours\naliases: [b]\n---\n',
      'incidents/2025/c.md': '',
    });
    const source = folderWith({ 'a.md': article('A'), 'b.md': article('B'), 'c.md': article('C') });
    await run(root, 'markdown', source);
    expect(Object.keys(treeOf(root))).toEqual([
      'fixlore.config.yaml',
      'incidents/2025/c.md',
      'kb/a-2.md',
      'kb/b-2.md',
      'kb/c.md',
      'kb/sub/a.md',
    ]);
    expect(treeOf(root)['fixlore.config.yaml']).toContain('# Ours\n');
  });

  it('reports files that cannot be read, imports the rest, and fails', async () => {
    const root = temporaryFolder();
    const source = folderWith({
      'a.md': article('A'),
      'broken.md': '---\ntitle: "A\n---\n',
      'latin1.md': Uint8Array.of(0x41, 0x0a, 0xe4, 0x0a),
    });
    const { code, stdout, stderr } = await run(root, 'markdown', source);
    expect([code, stderr, Object.keys(treeOf(root))]).toEqual([
      1,
      '',
      ['fixlore.config.yaml', 'kb/a.md'],
    ]);
    expect(stdout).toContain('  broken.md:2\n');
    expect(stdout).toContain('  latin1.md:2\n');
  });

  it('leaves the records of the knowledge base out when that lies in the source', async () => {
    const root = folderWith({ 'old/a.md': article('A'), 'kb/b.md': article('B') });
    const { stdout } = await run(root, 'markdown', root, '--format', 'json');
    expect(
      (JSON.parse(stdout) as { files: { path: string }[] }).files.map(({ path }) => path),
    ).toEqual(['kb/old/a.md']);
    expect((await run(root, 'markdown', join(root, 'kb'))).stderr).toContain('itself');
  });

  it('does not touch anything beside a broken configuration', async () => {
    const root = folderWith({ 'fixlore.config.yaml': 'products: none\n' });
    const before = treeOf(root);
    const { code, stderr } = await run(root, 'cstate', site);
    expect([code, treeOf(root)]).toEqual([1, before]);
    expect(stderr).toContain('Nothing was imported: correct the configuration first.');
  });

  it.each([
    [[], 'Name a format'],
    [['cstat', site], 'Did you mean "cstate"?'],
    [['cstate'], 'Name the folder'],
    [['cstate', '/nowhere'], 'There is no file or folder'],
    [['cstate', site, site], 'one folder at a time'],
    [['cstate', site, '--timezone', 'Mars'], '--timezone takes'],
    [['cstate', site, '--to', 'kb'], '--to takes a folder in incidents/'],
    [['markdown', articles, '--to', 'kb/../x'], '--to takes'],
    [['markdown', articles, '--to', 'kb/intake'], '--to takes'],
    [['markdown', articles, '--base-url', 'help.example'], '--base-url takes'],
    [['markdown', articles, '--audience', 'all'], '--audience takes'],
  ])('refuses %j', async (args, message) => {
    const { code, stderr } = await run(temporaryFolder(), ...args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

function article(title: string, text = 'Text.'): string {
  return `---\ntitle: ${title}\n---\n${text}\n`;
}

async function run(root: string, ...args: string[]) {
  let [stdout, stderr] = ['', ''];
  const io: Io = {
    stdout: (text) => void (stdout += text),
    stderr: (text) => void (stderr += text),
    cwd: root,
    env: {},
    isTerminal: false,
    columns: 80,
    now: () => 0,
    interrupted: new AbortController().signal,
  };
  const code = await main(['import', ...args, '--root', root], io);
  return { code, stdout, stderr };
}

async function checkOf(root: string): Promise<{ records: number; error: number }> {
  let stdout = '';
  const io = { stdout: (text: string) => void (stdout += text), stderr: () => undefined };
  await main(['check', '--no-cache', '--format', 'json', '--root', root], {
    ...io,
    ...{ cwd: root, env: {}, isTerminal: false, columns: 80, now: () => 0 },
    interrupted: new AbortController().signal,
  });
  const { records, error } = JSON.parse(stdout) as { records: number; error: number };
  return { records, error };
}

/** Every file with its content. */
function treeOf(root: string): Record<string, string> {
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();
  const files = paths.filter((path) => statSync(join(root, path)).isFile());
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(root, path), 'latin1')]));
}

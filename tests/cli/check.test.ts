import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { called, type Said } from '../command-line.ts';
import { articleText, configText, incidentText } from '../records.ts';
import { rawControl } from '../report/report-of.ts';
import { folderWith, put } from '../temporary-folder.ts';

const files = {
  'fixlore.config.yaml': configText,
  'incidents/2026/good.md': incidentText(),
  'incidents/2026/broken.md': incidentText({ status: 'closed', title: 'Secret of Dana' }),
  'incidents/2026/linked.md': incidentText({}, '[a](good.md) [b](gone.md)'),
  'kb/warned.md': articleText(
    { type: 'reference', state: 'draft' },
    '![a](https://a.example/b.png)',
  ),
  'kb/noted.md': articleText({ type: 'reference' }, '<b>'),
};

const check = (cwd: string, ...argv: string[]) => called(['check', '--no-cache', ...argv], { cwd });

describe('the exit code', () => {
  const only = (...names: (keyof typeof files)[]) =>
    folderWith(
      Object.fromEntries(
        ['fixlore.config.yaml' as const, ...names].map((name) => [name, files[name]]),
      ),
    );

  it('is 0 for records that are fine, have warnings or notes', async () => {
    expect((await check(only('incidents/2026/good.md'))).code).toBe(0);
    expect((await check(only('kb/warned.md'))).code).toBe(0);
    expect((await check(only('kb/noted.md'))).code).toBe(0);
    expect((await check(only())).code).toBe(0);
  });

  it('is 1 for errors', async () => {
    expect((await check(only('incidents/2026/broken.md'))).code).toBe(1);
  });

  it('is 1 for more warnings than allowed, which is told', async () => {
    const folder = only('kb/warned.md', 'kb/noted.md');
    expect(await check(folder, '--max-warnings', '1')).toMatchObject({ code: 0, stderr: '' });
    expect(await check(folder, '--max-warnings', '0')).toMatchObject({
      code: 1,
      stderr: 'fixlore: more warnings than --max-warnings 0 allows.\n',
    });
  });

  it('is 2 for a configuration that cannot be read', async () => {
    const folder = only('incidents/2026/good.md');
    mkdirSync(join(folder, 'sub/fixlore.config.yaml'), { recursive: true });
    const { code, stdout, stderr } = await check(join(folder, 'sub'), '-C', '.');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^fixlore: .*fixlore\.config\.yaml cannot be read: /);
    expect(stderr).not.toMatch(/bug|\n\s+at /);
  });
});

describe('a path', () => {
  const problems = async (...paths: string[]) => {
    const folder = folderWith(files);
    const said = await check(
      folder,
      '--format',
      'json',
      ...paths.map((path) => join(folder, path)),
    );
    return found(said);
  };

  it('limits what is reported, not what it is checked against', async () => {
    expect(await problems()).toEqual({
      records: 5,
      found: [
        'incidents/2026/broken.md wrong-value',
        'incidents/2026/linked.md broken-link',
        'kb/noted.md raw-html',
        'kb/warned.md remote-image',
      ],
    });
    expect(await problems('incidents/2026/linked.md')).toEqual({
      records: 1,
      found: ['incidents/2026/linked.md broken-link'],
    });
    expect(await problems('kb')).toEqual({
      records: 2,
      found: ['kb/noted.md raw-html', 'kb/warned.md remote-image'],
    });
    expect(await problems('kb/', 'incidents/2026/broken.md')).toMatchObject({ records: 3 });
    expect(await problems('.')).toMatchObject({ records: 5 });
    expect(await problems('fixlore.config.yaml')).toEqual({ records: 0, found: [] });
  });

  it('does not match names that only start with it', async () => {
    expect(await problems('incidents/2026/good.md')).toEqual({ records: 1, found: [] });
    const folder = folderWith({
      ...files,
      'kb/noted/deeper.md': articleText({ type: 'reference' }, '<i>'),
    });
    const said = await check(folder, '--format', 'json', 'kb/noted');
    expect(found(said)).toEqual({ records: 1, found: ['kb/noted/deeper.md raw-html'] });
  });

  it('is relative to the current folder, else to the knowledge base', async () => {
    const folder = folderWith(files);
    for (const [cwd, path] of [
      [folder, 'incidents/2026/broken.md'],
      [join(folder, 'incidents'), '2026/broken.md'],
      [join(folder, 'incidents'), '../incidents/2026/broken.md'],
      [join(folder, 'incidents'), 'incidents/2026/broken.md'],
    ] as const) {
      expect((await check(cwd, '--format', 'json', path)).stdout).toContain('"wrong-value"');
    }
    const elsewhere = await called(['check', '-C', folder, 'incidents/2026/broken.md'], {
      cwd: '/',
    });
    expect(elsewhere.code).toBe(1);
  });

  it('that does not exist or lies elsewhere is wrong usage', async () => {
    const folder = folderWith(files);
    expect(await check(folder, 'incidents/2026/borken.md')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'fixlore: There is no file or folder "incidents/2026/borken.md".\n',
    });
    const outside = await check(folder, '..');
    expect(outside.code).toBe(2);
    expect(outside.stderr).toContain('".." is not in the knowledge base');
  });

  it('hides no broken configuration', async () => {
    const folder = folderWith({ ...files, 'fixlore.config.yaml': 'products: x' });
    const said = await check(folder, '--format', 'json', 'incidents/2026/good.md');
    expect(said.code).toBe(1);
    expect(found(said)).toEqual({ records: 1, found: ['fixlore.config.yaml wrong-type'] });
  });
});

describe('the formats', () => {
  it('all tell the same findings', async () => {
    const folder = folderWith(files);
    const codes = ['broken-link', 'raw-html', 'remote-image', 'wrong-value'];
    for (const format of ['pretty', 'json', 'github', 'sarif']) {
      const { code, stdout, stderr } = await check(folder, '--format', format);
      expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
      expect(codes.filter((one) => stdout.includes(one))).toEqual(codes);
    }
    expect((await check(folder)).stdout).toBe((await check(folder, '--format', 'pretty')).stdout);
  });

  it('give the same bytes again', async () => {
    const folder = folderWith(files);
    for (const format of ['pretty', 'json', 'github', 'sarif']) {
      const first = await check(folder, '--format', format);
      expect(await check(folder, '--format', format)).toEqual(first);
    }
  });

  it('show a line only as far as others may see it', async () => {
    const { stdout } = await check(folderWith(files));
    expect(stdout).toContain('status: closed');
    expect(stdout).not.toContain('Dana');
  });
});

describe('colour', () => {
  const coloured = async (env: Record<string, string>, isTerminal: boolean) => {
    const { stdout } = await called(['check', '--no-cache'], {
      cwd: folderWith(files),
      env,
      isTerminal,
    });
    return stdout.includes('\u001b[');
  };

  it('is for terminals, and never with NO_COLOR', async () => {
    expect(await coloured({}, true)).toBe(true);
    expect(await coloured({}, false)).toBe(false);
    expect(await coloured({ NO_COLOR: '1' }, true)).toBe(false);
    expect(await coloured({ NO_COLOR: '' }, true)).toBe(true);
  });
});

it('lets no control character of a record or a file name reach the terminal', async () => {
  const nasty = 'a\u009b31m\u202eb\u200b\u0085\u2028c';
  const folder = folderWith({
    'fixlore.config.yaml': configText,
    [`incidents/${nasty}.md`]: `---\n${nasty}: x\ntitle: "${nasty}\nstatus: ${nasty}\n---\n[a](${nasty}.md)`,
    [`incidents/\u001b[2J\u0007.md`]: incidentText({
      [nasty]: nasty,
      status: nasty,
      cause: 'a\u001b[31m',
    }),
    [`kb/public.md`]: articleText({ [`x${nasty}`]: 'y' }, `[a](${nasty}.md) \u009b31m`),
  });
  for (const format of ['pretty', 'json', 'github', 'sarif']) {
    const { code, stdout, stderr } = await check(folder, '--format', format);
    expect(code).toBe(1);
    expect(stdout + stderr).not.toMatch(rawControl);
  }
});

it('asks the cache only for what it can prove fresh', async () => {
  const folder = folderWith(files);
  const run = () => called(['check', '--format', 'json'], { cwd: folder });
  const first = await run();
  expect(await run()).toEqual(first);
  put(folder, 'incidents/2026/broken.md', incidentText());
  expect(found(await run()).found).not.toContain('incidents/2026/broken.md wrong-value');
  put(folder, 'incidents/2026/broken.md', files['incidents/2026/broken.md']);
  expect(await run()).toEqual(first);
});

function found({ stdout }: Said): { records: number; found: string[] } {
  const { records, diagnostics } = JSON.parse(stdout) as {
    records: number;
    diagnostics: { file: string; code: string }[];
  };
  return { records, found: diagnostics.map(({ file, code }) => `${file} ${code}`) };
}

import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { version } from '#model/version.ts';
import { readConfig } from '#parse/config.ts';
import { fixlore } from '../fixlore.ts';
import { asOrdinaryUser } from '../ordinary-user.ts';
import { folderWith, put, temporaryFolder } from '../temporary-folder.ts';
import { filesBelow, treeOf } from '../tree.ts';
import { now, runMain } from './run-main.ts';

const expected = [
  '.github/workflows/fixlore.yml',
  '.gitignore',
  '.vscode/fixlore/article.schema.json',
  '.vscode/fixlore/config.schema.json',
  '.vscode/fixlore/incident.schema.json',
  '.vscode/fixlore/intake.schema.json',
  '.vscode/settings.json',
  'fixlore.config.yaml',
  'incidents/2026/2026-11-20-the-example-page-stays-blank.md',
  'kb/nothing-happens-when-i-click-on-a-link.md',
];

const init = (cwd: string, ...args: string[]) => runMain(['init', ...args], { cwd });

describe('init', () => {
  it('writes a knowledge base that passes the check and builds at once', async () => {
    const folder = temporaryFolder();
    const { code, stdout, stderr } = await init(folder, 'my-team kb');
    expect([code, stderr]).toEqual([0, '']);
    const root = join(folder, 'my-team kb');
    expect(filesBelow(root)).toEqual(expected);
    expect(stdout).toContain('Next: fixlore dev -C "my-team kb"');
    for (const path of expected) expect(stdout).toContain(`wrote       ${path}\n`);
    expect(await runMain(['check', '--max-warnings', '0'], { cwd: root })).toMatchObject({
      code: 0,
    });
    const build = await fixlore(['build'], { cwd: root });
    expect(build.code, build.stderr).toBe(0);
    expect(existsSync(join(root, 'dist/public/index.html'))).toBe(true);
    expect(readFileSync(join(root, '.gitignore'), 'utf8').split('\n')).toEqual(
      expect.arrayContaining(['dist/', '.fixlore/']),
    );
  });

  it.each(['C# "notes": #1', "it's", '- a: b', '空白', 'null', '2026', 'x'.repeat(200)])(
    'takes %s for a folder',
    async (name) => {
      const folder = temporaryFolder();
      expect((await init(folder, '--', name)).code).toBe(0);
      const config = readFileSync(join(folder, name, 'fixlore.config.yaml'));
      const read = readConfig('fixlore.config.yaml', config);
      expect(read.diagnostics).toEqual([]);
      expect(typeof read.config?.organization).toBe('string');
      expect((await runMain(['check'], { cwd: join(folder, name) })).code).toBe(0);
    },
  );

  it('wires the editor up with schemas that are there', async () => {
    const root = temporaryFolder();
    await init(root, '.');
    const settings = JSON.parse(readFileSync(join(root, '.vscode/settings.json'), 'utf8')) as {
      'yaml.schemas': Record<string, string | string[]>;
    };
    const schemas = Object.keys(settings['yaml.schemas']);
    expect(schemas).toHaveLength(4);
    for (const path of schemas) {
      expect(JSON.parse(readFileSync(join(root, path), 'utf8'))).toMatchObject({
        $schema: 'https://json-schema.org/draft/2020-12/schema',
      });
    }
  });

  it('adds a workflow that checks and builds with this version', async () => {
    const root = temporaryFolder();
    await init(root, '.');
    const workflow = parse(readFileSync(join(root, '.github/workflows/fixlore.yml'), 'utf8'), {
      uniqueKeys: true,
      strict: true,
    }) as {
      on: object;
      permissions: object;
      jobs: Record<string, { steps: { run?: string; uses?: string }[] }>;
    };
    expect(Object.keys(workflow.on)).toEqual(['push', 'pull_request']);
    expect(workflow.permissions).toEqual({ contents: 'read' });
    const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
    expect(steps.flatMap(({ run }) => run ?? [])).toEqual([
      `npx --yes fixlore@${version} check --format github`,
      `npx --yes fixlore@${version} build`,
    ]);
    expect(steps.every(({ run, uses }) => (run === undefined) !== (uses === undefined))).toBe(true);
    // What is offered for download is the public site only.
    const { path } = (steps.at(-1) as { with: { path: string } }).with;
    expect(path).toBe('dist/public');
  });

  it('keeps what is there, and writes no examples into a knowledge base that is in use', async () => {
    const root = folderWith({ '.gitignore': 'mine\n', 'kb/own.md': 'x' });
    expect((await init(root, '.')).stdout).toContain('kept        .gitignore');
    rmSync(join(root, expected.at(-1) ?? ''));
    rmSync(join(root, '.vscode'), { recursive: true });
    put(root, 'fixlore.config.yaml', 'products: []\n');
    const tomorrow = now + 86_400_000;
    const again = await runMain(['init', '.'], { cwd: root, now: () => tomorrow });
    expect(again.stdout).toContain('wrote       .vscode/settings.json');
    expect(filesBelow(root)).toEqual([...expected.slice(0, -1), 'kb/own.md'].sort());
    expect(readFileSync(join(root, '.gitignore'), 'utf8')).toBe('mine\n');
    expect(readFileSync(join(root, 'fixlore.config.yaml'), 'utf8')).toBe('products: []\n');
  });

  it('says what it would do, and does nothing, when asked to', async () => {
    const root = folderWith({ '.gitignore': 'mine\n' });
    const before = treeOf(root);
    const { code, stdout } = await init(root, '--dry-run', '.');
    expect(code).toBe(0);
    expect(stdout).toContain('would write fixlore.config.yaml');
    expect(treeOf(root)).toEqual(before);
  });

  it.each([[[]], [['one', 'two']], [['--unknown', 'x']]])('%j is wrong usage', async (args) => {
    const { code, stderr } = await init(temporaryFolder(), ...args);
    expect(stderr).toMatch(/^fixlore: /);
    expect(code).toBe(2);
  });

  it('says so where nothing can be written', async () => {
    const folder = folderWith({ file: 'x' });
    const inTheWay = await init(folder, 'file');
    expect(inTheWay.stderr).toMatch(/^fixlore: The knowledge base .*file cannot be written/);
    expect(inTheWay.code).toBe(2);
    await asOrdinaryUser(async () => {
      const { code, stderr } = await init(folder, 'new');
      expect(stderr).toMatch(
        /^fixlore: The knowledge base .*new cannot be written: permission denied/,
      );
      expect(code).toBe(2);
    });
  });
});

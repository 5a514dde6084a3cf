import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCommands } from '#cli/index.ts';
import { version } from '#model/version.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { called } from '../command-line.ts';
import { configText, incidentText } from '../records.ts';
import { folderWith } from '../temporary-folder.ts';

const commands = await loadCommands();

describe('help', () => {
  it.each([[['--help']], [['-h']], [['help']], [[]]])('%j lists every command', async (argv) => {
    const { code, stdout, stderr } = await called(argv);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const { name, summary } of commands)
      expect(stdout).toMatch(new RegExp(`^  ${name} .*${summary.slice(0, 20)}`, 'm'));
    expect(stdout).toContain(
      'Exit codes: 0 fine, 1 the records have errors, 2 the command could not run,\n130',
    );
  });

  it.each(commands.map(({ name }) => name))('%s --help lists its options', async (name) => {
    const { code, stdout } = await called([name, '--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`^Usage: fixlore ${name}`));
    const { options } = commands.find((command) => command.name === name)!;
    for (const option of [...Object.keys(options), 'root', 'help'])
      expect(stdout).toContain(`--${option}`);
    expect(stdout).toEqual((await called(['help', name])).stdout);
    expect(stdout.split('\n').filter((line) => line.length > 100)).toEqual([]);
  });

  it('tells the version of the package', async () => {
    expect(version).toBe(packageJson.version);
    for (const flag of ['--version', '-v']) {
      expect(await called([flag])).toEqual({ code: 0, stdout: `fixlore ${version}\n`, stderr: '' });
    }
  });
});

describe('wrong usage gets exit code 2 and a sentence', () => {
  it.each([
    [['chekc'], 'There is no command "chekc". Did you mean "check"?'],
    [['frobnicate'], 'There is no command "frobnicate". See "fixlore --help".'],
    [['help', 'chekc'], 'There is no command "chekc". Did you mean "check"?'],
    [
      ['--format', 'json'],
      'A command comes first, not the option "--format". See "fixlore --help".',
    ],
    [
      ['check', '--formt', 'json'],
      `Unknown option '--formt'. Did you mean "--format"? See "fixlore check --help".`,
    ],
    [['check', '-x'], `Unknown option '-x'. See "fixlore check --help".`],
    [
      ['check', '--format'],
      `Option '--format <value>' argument missing. See "fixlore check --help".`,
    ],
    [
      ['check', '--no-cache=1'],
      `Option '--no-cache' does not take an argument. See "fixlore check --help".`,
    ],
    [['check', '--format', 'xml'], '--format takes one of pretty, json, github, sarif.'],
    [
      ['check', '--max-warnings', '-1'],
      `Option '--max-warnings' argument is ambiguous. See "fixlore check --help".`,
    ],
    [['check', '--max-warnings', 'many'], '--max-warnings takes a whole number.'],
    [['check', '-C', '/no/such/folder'], 'There is no folder "/no/such/folder".'],
    [['check', '--root', '/dev/null'], 'There is no folder "/dev/null".'],
    [['check\u001b[31m'], 'There is no command "check\\x1b[31m". See "fixlore --help".'],
  ])('%j', async (argv, sentence) => {
    const { code, stdout, stderr } = await called(argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe(`fixlore: ${sentence}\n`);
  });
});

describe('the knowledge base', () => {
  const files = { 'fixlore.config.yaml': configText, 'incidents/2026/a.md': incidentText() };
  const fine = '1 record checked, no problems.\n';

  it('is named by -C, before or after the command', async () => {
    const folder = folderWith(files);
    for (const argv of [
      ['check', '-C', folder],
      ['check', '--root', folder],
      ['check', `--root=${folder}`],
      ['-C', folder, 'check'],
      ['--root', folder, 'check'],
      [`--root=${folder}`, 'check'],
      [`-C${folder}`, 'check'],
    ]) {
      expect(await called(argv)).toEqual({ code: 0, stdout: fine, stderr: '' });
    }
  });

  it('is the current folder or the nearest one above with a configuration', async () => {
    const cwd = folderWith(files);
    expect((await called(['check'], { cwd })).stdout).toBe(fine);
    expect((await called(['check'], { cwd: join(cwd, 'incidents/2026') })).stdout).toBe(fine);
    expect((await called(['check', '-C', '..'], { cwd: join(cwd, 'incidents') })).stdout).toBe(
      fine,
    );
  });

  it('may be missing, which is told', async () => {
    const cwd = folderWith({ 'readme.txt': '' });
    const { code, stdout } = await called(['check'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain('There is no fixlore.config.yaml');
    expect(stdout).toContain('fixlore init');
  });
});

it('ends with 130 when it was interrupted', async () => {
  const controller = new AbortController();
  controller.abort();
  const { code, stderr } = await called(['check', '-C', '/no/such'], {
    interrupted: controller.signal,
  });
  expect({ code, stderr }).toEqual({ code: 130, stderr: '' });
});

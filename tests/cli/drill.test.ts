import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixlore } from '../fixlore.ts';
import { configText, resolvedText } from '../records.ts';
import { suiteFolder } from '../suite-folder.ts';
import { folderWith, put } from '../temporary-folder.ts';
import { runMain } from './run-main.ts';

const attempts = [
  {
    action: 'Rebuilt the index',
    because: 'The lookup was slow',
    outcome: 'no_effect',
    afterwards: 'left_in_place',
  },
  {
    action: 'Restarted the service',
    because: 'The service was old',
    outcome: 'worse',
    afterwards: 'reverted',
  },
  {
    action: 'Recalculated the statistics',
    because: 'The planner expected few rows',
    outcome: 'fixed',
    afterwards: 'left_in_place',
  },
];

const root = suiteFolder();
const files = {
  'fixlore.config.yaml': configText,
  'incidents/2026-03-14-white.md': resolvedText({ attempts, symptoms: ['It is \u001b[31mwhite'] }),
  'incidents/2026-03-15-port.md': resolvedText({
    title: 'Nothing arrives',
    symptoms: ['nothing comes in'],
    attempts: [{ action: 'Opened the port', outcome: 'fixed', afterwards: 'left_in_place' }],
  }),
  'incidents/2026-03-16-kept.md': resolvedText({ attempts, drill: 'false' }),
};
for (const [path, text] of Object.entries(files)) put(root, path, text);

const drill = (...options: string[]) => runMain(['drill', ...options], { cwd: root });
const id = '2026-03-14-white';

/** The letters of the right choices, from the printed sheet. */
async function rightLetters(...options: string[]): Promise<string> {
  const { stdout } = await drill(id, ...options);
  return [...stdout.matchAll(/^\d+: ([a-e])$/gm)].map(([, letter]) => letter).join('');
}

describe('where nobody can be asked', () => {
  it('lists all drills with their difficulty', async () => {
    expect(await drill()).toEqual({
      code: 0,
      stdout: [
        'easy    4  2026-03-14-white  It is \\x1b[31mwhite',
        '           3 decisions, 2 reasons that led the wrong way, 1 attempt made it worse, the fix is not proven alone',
        '',
      ]
        .join('\n')
        .replace('easy    4', 'medium  5'),
      stderr: '',
    });
  });

  it('says that there is none', async () => {
    const empty = folderWith({ 'fixlore.config.yaml': configText });
    const { code, stdout } = await runMain(['drill'], { cwd: empty });
    expect(stdout).toMatch(/^No incident makes a drill yet/);
    expect(code).toBe(0);
  });

  it('prints the questions first and then what really happened', async () => {
    const { code, stdout } = await drill(id);
    expect(code).toBe(0);
    const [questions = '', answers = ''] = stdout.split('What really happened');
    expect(questions.match(/^ {2}[a-d] {2}/gm)).toHaveLength(4 + 3 + 4 + 4);
    expect(questions).not.toContain('It fixed it.');
    expect(answers).toContain('It fixed it.');
    expect(answers).toContain('[2026-03-14-white, attempts[2].action]');
    expect(stdout).not.toContain('\u001b');
  });

  it('takes all answers at once and lays the path beside the real one', async () => {
    const letters = await rightLetters();
    expect(letters).toHaveLength(4);
    const right = await drill(id, '--answers', letters);
    expect(right).toMatchObject({ code: 0, stderr: '' });
    expect(right.stdout).toContain('4 of 4 as it really was.');
    const last = letters.endsWith('a') ? 'b' : 'a';
    const wrong = await drill(id, '--answers', `${letters.slice(0, -1)}${last}`);
    expect(wrong.stdout).toContain('3 of 4 as it really was.');
    expect(wrong.stdout).toContain('The record shows something else.');
  });

  it('draws the same for the same seed, and something else for another', async () => {
    const sheets = await Promise.all(
      ['one', 'one', 'two', 'three', 'four'].map(
        async (seed) => (await drill(id, '--seed', seed)).stdout,
      ),
    );
    expect(sheets[0]).toBe(sheets[1]);
    expect(new Set(sheets).size).toBeGreaterThan(2);
  });

  it.each([
    [['2026-03-16-kept'], 'is kept out of the training'],
    [['2026-03-15-port'], 'has fewer than two attempts'],
    [['2026-03-14-whit'], 'Did you mean "2026-03-14-white"?'],
    [['a', 'b'], 'One drill at a time.'],
    [['--answers', 'abc'], '--answers needs the incident'],
    [[id, '--answers', 'ab'], 'a letter for each of the 4 questions, not 2'],
    [[id, '--answers', 'abcz'], '--answers takes a to d for question 4.'],
  ])('refuses %j and says why', async (options, message) => {
    const { code, stdout, stderr } = await drill(...options);
    expect(stderr).toContain(message);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });
});

describe('on a terminal', () => {
  // A terminal of its own comes from util-linux.
  const script = '/usr/bin/script';
  const bin = join(import.meta.dirname, '..', '..', 'bin', 'fixlore.mjs');

  /** Types each key once the screen has asked for it; says what stood there. */
  async function played(args: string, keys: readonly string[]) {
    const typist = `
      const { spawn } = require('node:child_process');
      const child = spawn('${script}', ['-qefc', 'stty cols 100 rows 60; "${process.execPath}" "${bin}" drill ${args}', '/dev/null'], { stdio: ['pipe', 'pipe', 'inherit'] });
      const keys = ${JSON.stringify(keys)};
      let screen = '', seen = 0;
      child.stdout.on('data', (data) => {
        screen += data;
        const at = screen.slice(seen).search(/└/);
        if (keys.length > 0 && at !== -1) { seen = screen.length; child.stdin.write(keys.shift()); }
      });
      child.on('exit', (code) => { process.stdout.write(screen); process.exitCode = code; child.stdin.end(); });
    `;
    const command = [process.execPath, '-e', typist];
    return fixlore([], { cwd: root, command, env: { TERM: 'xterm', NO_COLOR: '1' } });
  }

  it('is gone through with letters, and gives a hint on h', { timeout: 60_000 }, async () => {
    const letters = await rightLetters();
    const keys = [...letters];
    const { code, stdout } = await played(id, [keys[0]!, 'h', ...keys.slice(1)]);
    expect(stdout).toContain('Give me a hint');
    expect(stdout).toContain('What they thought: The service was old');
    expect(stdout).toContain('4 of 4 as it really was.');
    expect(code).toBe(0);
  });

  it('offers the drills, and ends with 130 on Ctrl+C', { timeout: 60_000 }, async () => {
    const { code, stdout } = await played('', ['\r', '\u0003']);
    expect(stdout).toContain('Which drill? Easiest first.');
    expect(stdout).toContain('What do you do first?');
    expect(code).toBe(130);
  });
});

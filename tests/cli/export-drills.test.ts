import { parse } from 'gift-pegjs';
import { describe, expect, it } from 'vitest';
import { configText, resolvedText } from '../records.ts';
import { suiteFolder } from '../suite-folder.ts';
import { put } from '../temporary-folder.ts';
import { runMain } from './run-main.ts';

const attempts = ['Rebuilt the index', 'Restarted it', 'Emptied the disk'].map((action, at) => ({
  action,
  because: 'It was slow',
  outcome: at === 2 ? 'fixed' : 'no_effect',
  afterwards: 'reverted',
}));

const root = suiteFolder();
const files = {
  'fixlore.config.yaml': configText,
  'incidents/2026-03-14-white.md': resolvedText({ attempts }),
};
for (const [path, text] of Object.entries(files)) put(root, path, text);

const exported = (...options: string[]) => runMain(['export', ...options], { cwd: root });

describe('export', () => {
  it('writes the drills as GIFT, and how many to the other channel', async () => {
    const { code, stdout, stderr } = await exported('gift');
    expect(parse(stdout).map(({ type }) => type)).toEqual([
      'Category',
      'MC',
      'MC',
      'Description',
      'MC',
      'Description',
    ]);
    expect(stderr).toBe('One drill.\n');
    expect(code).toBe(0);
  });

  it('writes them as scenarios of the wheel', async () => {
    const { stdout } = await exported('wheel-of-misfortune', '2026-03-14-white');
    expect(JSON.parse(stdout)).toMatchObject([{ ID: '1', title: 'I see a white page' }]);
  });

  it.each([
    [[], 'Export what? One of docs,'],
    [['gitf'], 'Did you mean "gift"?'],
    [['constructor'], 'There is no export "constructor".'],
    [['gift', 'nothing'], 'There is no drill "nothing".'],
  ])('refuses %j', async (options, message) => {
    const { code, stderr } = await exported(...options);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });
});

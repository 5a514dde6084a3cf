import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compared, writeNew } from '#io/planned-files.ts';
import { folderWith } from '../temporary-folder.ts';

describe('planned files', () => {
  it('are compared with what is there', () => {
    const root = folderWith({ 'a.md': 'same', 'b.md': 'edited by hand' });
    mkdirSync(join(root, 'c.md'));
    const files = ['a.md', 'b.md', 'c.md', 'd/e.md'].map((path) => ({ path, content: 'same' }));
    expect(compared(root, files).map(({ state }) => state)).toEqual([
      'unchanged',
      'kept',
      'kept',
      'new',
    ]);
  });

  it('are written where nothing is, and nothing else is left behind', () => {
    const root = folderWith({ 'b.md': 'edited by hand' });
    const files = ['b.md', 'd/e.md'].map((path) => ({ path, content: 'planned' }));
    writeNew(root, compared(root, files));
    expect(readFileSync(join(root, 'b.md'), 'utf8')).toBe('edited by hand');
    expect(readFileSync(join(root, 'd/e.md'), 'utf8')).toBe('planned');
    expect(readdirSync(join(root, 'd'))).toEqual(['e.md']);
  });

  it('never replace what appeared in between', () => {
    const root = folderWith({});
    const steps = compared(root, [{ path: 'a.md', content: 'planned' }]);
    writeFileSync(join(root, 'a.md'), 'quicker');
    expect(() => writeNew(root, steps)).toThrow('EEXIST');
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('quicker');
    expect(readdirSync(root)).toEqual(['a.md']);
  });
});

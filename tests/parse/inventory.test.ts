import { describe, expect, it } from 'vitest';
import { inventoryOf } from '#parse/inventory.ts';
import { isUsableId, nearestId, reservedNames } from '#parse/record-name.ts';

const entries = (...paths: string[]) => paths.map((path) => ({ path, size: 1 }));

describe('inventoryOf', () => {
  it('tells records by their folder, in an order that does not depend on the disk', () => {
    const paths = ['kb/intake/portal.md', 'kb/b.md', 'incidents/2026/a.md', 'kb/login/c.md'];
    const { records, diagnostics } = inventoryOf(entries(...paths));
    expect(diagnostics).toEqual([]);
    expect(records.map(({ kind, file }) => `${kind} ${file}`)).toEqual([
      'incident incidents/2026/a.md',
      'article kb/b.md',
      'intake kb/intake/portal.md',
      'article kb/login/c.md',
    ]);
    expect(inventoryOf(entries(...paths.toReversed()))).toEqual(inventoryOf(entries(...paths)));
  });

  it('keeps what lies beside the records, except what looks like one', () => {
    const { files, diagnostics } = inventoryOf(entries('kb/a/log.txt', 'kb/a/b.mdx'));
    expect([...files.keys()]).toEqual(['kb/a/log.txt']);
    expect(diagnostics).toMatchObject([{ code: 'file-ignored', severity: 'warning' }]);
  });

  it('lets an incident and an article have one id, but not two incidents', () => {
    const { diagnostics } = inventoryOf(entries('incidents/1/a.md', 'incidents/2/a.md', 'kb/a.md'));
    expect(diagnostics).toMatchObject([
      { code: 'duplicate-id', file: 'incidents/2/a.md', related: [{ file: 'incidents/1/a.md' }] },
    ]);
  });

  it('reads a record under a wrong name all the same, for what else is wrong with it', () => {
    const { records, diagnostics } = inventoryOf(entries('incidents/A.md', 'incidents/a.md'));
    expect(records).toHaveLength(2);
    expect(diagnostics).toMatchObject([{ code: 'file-name', file: 'incidents/A.md' }]);
  });
});

describe('ids', () => {
  it.each(['a', '0', 'a-b', '2026-03-14-x', 'a'.repeat(80)])('%s is one', (id) => {
    expect(isUsableId(id)).toBe(true);
  });

  it.each([
    '',
    'A',
    'a_b',
    'a--b',
    '-a',
    'a-',
    'a b',
    'a.b',
    '\u00e4',
    'a?',
    'a'.repeat(81),
    'index',
    'con',
  ])('%j is none', (id) => {
    expect(isUsableId(id)).toBe(false);
  });

  it.each([
    ['White Page', 'white-page'],
    ['what?', 'what'],
    ['  a__b--c. ', 'a-b-c'],
    ['Gr\u00f6\u00dfe', 'grosse'],
    ['\u4e16\u754c', undefined],
    ['Index', undefined],
    [`${'a'.repeat(79)}-b`, 'a'.repeat(79)],
  ])('the nearest to %j is %j', (name, nearest) => {
    expect(nearestId(name)).toBe(nearest);
  });

  it('are lower case where they are reserved, too', () => {
    for (const name of reservedNames) expect(name).toBe(name.toLowerCase());
  });
});

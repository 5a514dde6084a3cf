import { describe, expect, it } from 'vitest';
import { countsBeside, narrowed, rowPlaces } from '../../../src/site/client/narrowing.ts';
import type { FacetTable } from '#views/internal/facet-table.ts';

/* Five incidents:  0 open major   1 resolved major   2 resolved   3 resolved minor   4 open minor */
const none = { values: [], of: [-1, -1, -1, -1, -1] };
const table: FacetTable = {
  count: 5,
  rowsPerPage: 2,
  facets: {
    product: { values: ['portal'], of: [0, 0, 0, 0, 0] },
    component: none,
    status: { values: ['open', 'resolved'], of: [0, 1, 1, 1, 0] },
    severity: { values: ['major', 'minor'], of: [0, 0, -1, 1, 1] },
    side: none,
    proof: none,
    year: none,
  },
};
const choice = (chosen: Record<string, string>) => new Map(Object.entries(chosen));

describe('narrowed', () => {
  it('leaves the incidents that have every chosen value, in their order', () => {
    expect(narrowed(table, choice({}))).toEqual([0, 1, 2, 3, 4]);
    expect(narrowed(table, choice({ status: 'resolved' }))).toEqual([1, 2, 3]);
    expect(narrowed(table, choice({ status: 'resolved', severity: 'minor' }))).toEqual([3]);
  });

  it('leaves none for a value that nothing has, not those that have none', () => {
    expect(narrowed(table, choice({ severity: 'huge' }))).toEqual([]);
    expect(narrowed(table, choice({ side: 'ours' }))).toEqual([]);
  });
});

describe('countsBeside', () => {
  it('counts what each value would leave beside the choice of the other facets', () => {
    const counts = countsBeside(table, choice({ status: 'resolved', severity: 'major' }));
    expect([...counts.get('status')!]).toEqual([
      ['open', 1],
      ['resolved', 1],
    ]);
    expect([...counts.get('severity')!]).toEqual([
      ['major', 1],
      ['minor', 1],
    ]);
    expect(counts.get('product')?.get('portal')).toBe(1);
    expect(counts.get('side')?.size).toBe(0);
  });
});

describe('rowPlaces', () => {
  it('finds rows on the pages of the rarest value', () => {
    const chosen = choice({ status: 'resolved', severity: 'minor' });
    expect(rowPlaces(table, chosen, [3])).toEqual({
      facet: 'severity',
      value: 'minor',
      places: [{ page: 0, row: 0 }],
    });
    expect(rowPlaces(table, choice({ status: 'resolved' }), [1, 3])?.places).toEqual([
      { page: 0, row: 0 },
      { page: 1, row: 0 },
    ]);
  });

  it('needs a choice', () => {
    expect(rowPlaces(table, choice({}), [])).toBeUndefined();
  });
});

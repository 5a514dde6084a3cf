import { describe, expect, it } from 'vitest';
import { facetCounts, isChosen } from '#search/query/facet-counts.ts';
import type { Facets } from '#search/query/facets-file.ts';

const facets: Facets = {
  product: { values: ['Claims', 'Files'], pages: [[0], [0], [1], [1]] },
  type: { values: ['How-to', 'Solution'], pages: [[0], [1], [1], []] },
  version: { values: ['1', '2'], pages: [[0, 1], [], [1], []] },
};
const all = [0, 1, 2, 3];

describe('pages that are chosen', () => {
  const chosenOf = (chosen: Record<string, string[]>) =>
    all.filter((page) => isChosen(facets, page, chosen));

  it('are all without a choice', () => {
    expect(chosenOf({})).toEqual(all);
    expect(chosenOf({ product: [] })).toEqual(all);
  });

  it('become more with values of one facet, fewer with other facets', () => {
    expect(chosenOf({ type: ['How-to'] })).toEqual([0]);
    expect(chosenOf({ type: ['How-to', 'Solution'] })).toEqual([0, 1, 2]);
    expect(chosenOf({ type: ['How-to', 'Solution'], product: ['Files'] })).toEqual([2]);
  });

  it('are none of a value or a facet that there is not', () => {
    expect(chosenOf({ product: ['Nothing'] })).toEqual([]);
    expect(chosenOf({ colour: ['red'] })).toEqual([]);
    expect(chosenOf({ constructor: ['red'] })).toEqual([]);
  });
});

describe('counts', () => {
  it('have every value of every facet', () => {
    expect(facetCounts(facets, all, {})).toEqual({
      product: { Claims: 2, Files: 2 },
      type: { 'How-to': 1, Solution: 2 },
      version: { 1: 1, 2: 2 },
    });
    expect(facetCounts(facets, [], {})['type']).toEqual({ 'How-to': 0, Solution: 0 });
  });

  it('say what another value of the same facet would give', () => {
    expect(facetCounts(facets, all, { product: ['Files'] })).toEqual({
      product: { Claims: 2, Files: 2 },
      type: { 'How-to': 0, Solution: 1 },
      version: { 1: 0, 2: 1 },
    });
  });

  it('are of any value, whatever it is called', () => {
    const odd: Facets = { product: { values: ['__proto__', 'toString'], pages: [[0], [1]] } };
    const counts = facetCounts(odd, [0, 1], {});
    expect(Object.entries(counts['product']!)).toEqual([
      ['__proto__', 1],
      ['toString', 1],
    ]);
  });
});

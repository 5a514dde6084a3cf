import { describe, expect, it } from 'vitest';
import { fullScore, scoredPages } from '#search/query/page-scores.ts';
import { askedTerm } from './asked-term.ts';

const rare = askedTerm('zebra', { rarity: 3, on: { 1: 255, 4: 51 } });
const frequent = askedTerm('page', { weight: 0.5, rarity: 1, on: { 0: 255, 1: 102, 2: 255 } });
const unknown = askedTerm('qqq', { rarity: 5 });

describe('pages', () => {
  it('add up weight times rarity times impact of each term', () => {
    const scores = scoredPages([rare, frequent, unknown], 5, 0);
    expect(scores.map(({ page }) => page)).toEqual([1, 4, 0, 2]);
    expect(scores.map(({ score }) => Number(score.toFixed(6)))).toEqual([3.2, 0.6, 0.5, 0.5]);
  });

  it('with less than a share of the best one are left out', () => {
    const pagesFrom = (share: number) =>
      scoredPages([rare, frequent], 5, share).map(({ page }) => page);
    expect(pagesFrom(0.18)).toEqual([1, 4]);
    expect(pagesFrom(0.19)).toEqual([1]);
  });

  it('count what one typed word stands for once, the strongest', () => {
    const begun = [
      askedTerm('print', { typed: 'pri', on: { 0: 255, 1: 51 } }),
      askedTerm('price', { typed: 'pri', on: { 0: 102, 1: 102 } }),
    ];
    expect(scoredPages(begun, 2, 0)).toEqual([
      { page: 0, score: 1 },
      { page: 1, score: 0.4 },
    ]);
  });

  it('without any of the terms are not found', () => {
    expect(scoredPages([unknown], 5, 0)).toEqual([]);
    expect(scoredPages([], 5, 0)).toEqual([]);
    expect(scoredPages([{ ...rare, weight: 0 }], 5, 0)).toEqual([]);
    expect(scoredPages([askedTerm('a')], 0, 0)).toEqual([]);
  });
});

describe('what a whole question would add up to', () => {
  it('is weight times rarity of each typed word, unknown ones included', () => {
    expect(fullScore([rare, frequent, unknown])).toBe(3 + 0.5 + 5);
    expect(fullScore([])).toBe(0);
  });

  it('takes the strongest of what one word stands for', () => {
    const synonym = askedTerm('horse', { typed: 'zebra', rarity: 9, weight: 0.4 });
    expect(fullScore([rare, synonym])).toBe(3.6);
  });
});

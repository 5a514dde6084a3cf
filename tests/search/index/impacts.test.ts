import { describe, expect, it } from 'vitest';
import { fieldNames, fields, saturation } from '#search/fields.ts';
import { entryOf } from '#search/index/entry.ts';
import { postingsOf } from '#search/index/impacts.ts';
import { languageOf } from '#search/query/language.ts';
import { documentOf } from '../documents.ts';

const english = await languageOf('en');
const impactsOf = (...documents: ReturnType<typeof documentOf>[]) => {
  const postings = postingsOf(documents.map((one) => entryOf(one, english)));
  return Object.fromEntries(
    postings.map(([term, { pages, impacts }]) => [
      term,
      Object.fromEntries([...pages].map((page, at) => [page, impacts[at]])),
    ]),
  );
};
/** By the formula, with a length in relation to the average. */
const impact = (field: keyof typeof fields, length: number, times = 1) => {
  const { weight, lengthMatters } = fields[field];
  const sum = (times * weight) / (1 - lengthMatters + lengthMatters * length);
  return Math.ceil((255 * sum) / (sum + saturation));
};

describe('impacts', () => {
  it('are those of the formula, computed by hand', () => {
    // Titles have 1 and 3 words, 2 on the average; one page has a body of 2 words.
    const found = impactsOf(
      documentOf('a', 'Zebra', { body: '<p>blank blank</p>' }),
      documentOf('b', 'Zebra blank horse'),
    );
    expect(found).toEqual({
      blank: { 0: impact('body', 1, 2), 1: impact('title', 1.5) },
      hors: { 1: impact('title', 1.5) },
      zebra: { 0: impact('title', 0.5), 1: impact('title', 1.5) },
    });
    // 4 / (1 − .5 + .5 · .5) = 5.33, and 255 · 5.33 / (5.33 + 1.5) = 199.02
    expect(found['zebra']?.[0]).toBe(200);
  });

  it('are higher in a title than in a body, and grow ever less', () => {
    const times = (count: number) => impact('body', 1, count);
    expect(impact('title', 1)).toBeGreaterThan(impact('body', 1));
    expect(times(2) - times(1)).toBeGreaterThan(times(3) - times(2));
    expect(times(1000)).toBeLessThanOrEqual(255);
  });

  it('are at least 1, however long the text is', () => {
    const words = Array.from({ length: 3000 }, (_, at) => `w${at.toString(36)}q`).join(' ');
    const found = impactsOf(documentOf('a', words), documentOf('b', 'Short'));
    expect(
      Math.min(...Object.values(found).flatMap((on) => Object.values(on) as number[])),
    ).toBeGreaterThan(0);
  });

  it('ascend by term, and are none of nothing', () => {
    const terms = Object.keys(impactsOf(documentOf('a', 'zebra, Ähre, blank, 東京')));
    expect(terms).toEqual([...terms].sort());
    expect(impactsOf()).toEqual({});
    expect(fieldNames).toContain('title');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteWriter } from '#search/query/bytes.ts';
import {
  readPostings,
  sharedLength,
  writePostings,
  type Postings,
} from '#search/query/postings.ts';

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 });
const postings = fc
  .uniqueArray(fc.tuple(fc.nat(5000), fc.integer({ min: 1, max: 255 })), {
    minLength: 1,
    selector: ([page]) => page,
  })
  .map((entries) => entries.sort(([a], [b]) => a - b))
  .map((entries): Postings => ({
    pages: Uint32Array.from(entries, ([page]) => page),
    impacts: Uint8Array.from(entries, ([, impact]) => impact),
  }));
const file = fc
  .uniqueArray(fc.tuple(text, postings), { minLength: 1, selector: ([term]) => term })
  .map((entries) => entries.sort(([a], [b]) => (a < b ? -1 : 1)));

function written(entries: readonly (readonly [string, Postings])[]): Uint8Array {
  const writer = new ByteWriter();
  let previous = '';
  for (const [term, each] of entries) {
    writePostings(writer, term, previous, each);
    previous = term;
  }
  return writer.finish();
}

describe('postings', () => {
  it('are read as they were written', () => {
    fc.assert(
      fc.property(file, (entries) => {
        expect([...readPostings(written(entries))]).toEqual(entries);
      }),
    );
  });

  it('that are cut off are refused, wherever that is', () => {
    fc.assert(
      fc.property(file, fc.nat(), (entries, place) => {
        const bytes = written(entries);
        const cut = place % bytes.length;
        const whole = entries.map((_, index) => written(entries.slice(0, index)).length);
        fc.pre(!whole.includes(cut));
        expect(() => readPostings(bytes.subarray(0, cut))).toThrow('cut off');
      }),
    );
  });

  it('share the beginning of the term before', () => {
    const one: Postings = { pages: Uint32Array.of(0, 3), impacts: Uint8Array.of(9, 255) };
    const bytes = written([
      ['claim', one],
      ['claimant', one],
    ]);
    expect([...bytes.subarray(bytes.length / 2 + 1, -5)].length).toBeLessThan('claimant'.length);
    expect(bytes).toHaveLength(1 + 1 + 5 + 5 + (1 + 1 + 3 + 5));
  });
});

describe('the beginning that two terms share', () => {
  it.each([
    ['claim', 'claimant', 5],
    ['abc', 'abd', 2],
    ['', 'a', 0],
    ['same', 'same', 4],
    ['😀', '😁', 0],
    ['a😀', 'a😁', 1],
    ['a😀b', 'a😀c', 3],
  ])('%s, %s', (a, b, length) => {
    expect(sharedLength(a, b)).toBe(length);
  });
});

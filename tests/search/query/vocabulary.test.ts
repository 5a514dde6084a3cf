import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteWriter } from '#search/query/bytes.ts';
import {
  editDistance,
  editsAllowed,
  nearestWord,
  readWords,
  writeWord,
  type VocabularyWord,
} from '#search/query/vocabulary.ts';

const entry = fc.record({
  word: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 10 }),
  pages: fc.nat(9999),
});
const list = fc
  .uniqueArray(entry, { minLength: 1, selector: ({ word }) => word })
  .map((words) => words.sort((a, b) => (a.word < b.word ? -1 : 1)));

function written(words: readonly VocabularyWord[]): Uint8Array {
  const writer = new ByteWriter();
  let previous = '';
  for (const each of words) {
    writeWord(writer, previous, each);
    previous = each.word;
  }
  return writer.finish();
}

describe('a list of words', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(list, (words) => {
        expect(readWords(written(words))).toEqual(words);
      }),
    );
  });

  it('that is cut off is refused', () => {
    fc.assert(
      fc.property(list, (words) => {
        expect(() => readWords(written(words).subarray(0, -1))).toThrow('cut off');
      }),
    );
  });
});

/** By its definition, letter after letter from the end. */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const isSame = a.at(-1) === b.at(-1);
  const edits = [
    distance(a.slice(0, -1), b) + 1,
    distance(a, b.slice(0, -1)) + 1,
    distance(a.slice(0, -1), b.slice(0, -1)) + (isSame ? 0 : 1),
  ];
  const isSwap = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1);
  if (isSwap) edits.push(distance(a.slice(0, -2), b.slice(0, -2)) + 1);
  return Math.min(...edits);
}

describe('the distance of two words', () => {
  const short = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });

  it('is what its definition says', () => {
    fc.assert(
      fc.property(short, short, (a, b) => {
        expect(editDistance(a, b, 99)).toBe(distance(a, b));
      }),
    );
  });

  it('is exact up to the limit, and above it beyond', () => {
    fc.assert(
      fc.property(short, short, fc.integer({ min: 0, max: 3 }), (a, b, most) => {
        const exact = distance(a, b);
        const found = editDistance(a, b, most);
        if (exact <= most) expect(found).toBe(exact);
        else expect(found).toBeGreaterThan(most);
      }),
    );
  });

  it.each([
    ['receipt', 'reciept', 1],
    ['claim', 'claims', 1],
    ['kitten', 'sitting', 3],
    ['', 'abc', 3],
  ])('%s, %s', (a, b, edits) => {
    expect(editDistance(a, b, 9)).toBe(edits);
  });
});

describe('the word that was probably meant', () => {
  const words = (...list: [string, number][]) => list.map(([word, pages]) => ({ word, pages }));

  it('is the nearest', () => {
    expect(nearestWord('receiptsx', words(['receipt', 90], ['receipts', 1]))).toBe('receipts');
  });

  it('is among equals the most frequent, then the first in the alphabet', () => {
    expect(nearestWord('prant', words(['plant', 2], ['print', 5]))).toBe('print');
    expect(nearestWord('prant', words(['print', 2], ['plant', 2]))).toBe('plant');
    expect(nearestWord('prant', words(['plant', 2], ['print', 2]))).toBe('plant');
  });

  it.each([
    ['blnak', 'blank'],
    ['blabk', 'blank'],
    ['blannk', 'blank'],
    ['blan', 'blank'],
    ['bbaank', undefined],
    ['transfre', 'transfer'],
    ['tranfsre', 'transfer'],
    ['tronsfur', 'transfer'],
    ['trnsfxyr', undefined],
  ])('of %s: %s', (typed, meant) => {
    expect(nearestWord(typed, words(['blank', 1], ['transfer', 1]))).toBe(meant);
  });

  it('is no other word of four letters, but the same with two swapped or one more or less', () => {
    expect(nearestWord('cake', words(['came', 9], ['make', 9]))).toBeUndefined();
    expect(nearestWord('caek', words(['cake', 1]))).toBe('cake');
    expect(nearestWord('cakee', words(['cake', 1]))).toBe('cake');
    expect(nearestWord('crds', words(['cards', 1]))).toBe('cards');
  });

  it('is not guessed of what is short or has a digit', () => {
    expect(['pin', 'c2065', 'blan', 'blankxx', 'transfer'].map(editsAllowed)).toEqual([
      0, 0, 1, 1, 2,
    ]);
    expect(nearestWord('c2066x', words(['c2065x', 9]))).toBeUndefined();
    expect(nearestWord('pim', words(['pin', 9]))).toBeUndefined();
  });
});

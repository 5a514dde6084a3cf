import { describe, expect, it } from 'vitest';
import { languageOf } from '#search/query/language.ts';
import { questionOf } from '#search/query/question.ts';

const english = await languageOf('en');
const ask = (written: string) => questionOf(written, english);
const termsOf = (written: string) => ask(written).tokens.map(({ term }) => term);

describe('a question', () => {
  it('has each term once, in the order in which they are written', () => {
    expect(termsOf('Print claims: the claim prints')).toEqual(['print', 'claim', 'the']);
  });

  it('begins in the first 4000 characters; the rest is not read', () => {
    const filler = ' '.repeat(3996);
    expect(termsOf(`${filler}abcd zebra`)).toEqual(['abcd']);
    expect(termsOf(`${filler}abc zebra`)).toEqual(['abc']);
  });

  it('of a pasted text keeps what says most: words and codes before numbers and stop words', () => {
    const numbers = Array.from({ length: 60 }, (_, index) => String(1000 + index));
    const words = Array.from(
      { length: 60 },
      (_, index) => `w${'abcdefghij'[index % 10]}${'klmnop'[Math.floor(index / 10)]}x`,
    );
    const terms = termsOf([...numbers, 'the', 'C2065', ...words].join(' '));
    expect(terms).toHaveLength(48);
    expect(terms[0]).toBe('c2065');
    expect(terms.filter((term) => /^\d/.test(term) || term === 'the')).toEqual([]);
  });

  it('keeps numbers and stop words while there is room', () => {
    expect(termsOf('the 443')).toEqual(['the', '443']);
  });

  it('takes a control character for a space', () => {
    expect(termsOf('blank\u0000page\u001b[31m')).toContain('blank');
    expect(termsOf('blank\u0000page')).toEqual(['blank', 'page']);
  });
});

describe('what stands in quotes', () => {
  it.each([
    ['"blank page"', ['blank page']],
    ['“blank page” and „leere Seite“', ['blank page', 'leere Seite']],
    ['«page blanche» " a b "', ['page blanche', 'a b']],
    ['"page"', []],
    ['"blank page', []],
    ['"" "?!" " "', []],
    ["customer's page isn't", []],
  ])('%s', (written, phrases) => {
    expect(ask(written).phrases).toEqual(phrases);
  });

  it('is asked word by word, too', () => {
    expect(termsOf('"blank page" printed')).toEqual(['blank', 'page', 'print']);
  });
});

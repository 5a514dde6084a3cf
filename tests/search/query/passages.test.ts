import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageOf } from '#search/query/language.ts';
import { passagesOf, scoredPassages } from '#search/query/passages.ts';
import { questionOf } from '#search/query/question.ts';
import { askedTerm } from './asked-term.ts';

const english = await languageOf('en');
const textsOf = (text: string) =>
  passagesOf(text, english).map(({ start, end }) => text.slice(start, end));

describe('passages', () => {
  it.each([
    ['One. Two? Three!', ['One. ', 'Two? ', 'Three!']],
    ['Open a.example/x.html in 4.2.1 now. Done', ['Open a.example/x.html in 4.2.1 now. ', 'Done']],
    ['一つ。二つ。', ['一つ。', '二つ。']],
    ['Wait... what?!', ['Wait... ', 'what?!']],
    ['', []],
    [' \n ', []],
  ])('%s', (text, passages) => {
    expect(textsOf(text).map((one) => one.trim())).toEqual(passages.map((one) => one.trim()));
  });

  it('are cut after sixty words', () => {
    const words = Array.from({ length: 130 }, (_, index) => `w${'x'.repeat(index % 7)}`).join(' ');
    expect(textsOf(words).map((one) => one.trim().split(' ').length)).toEqual([60, 60, 10]);
    expect(textsOf(words).join('')).toBe(words);
  });

  it('have each term once, stop words apart', () => {
    expect(passagesOf('The page and the pages of the claim.', english)).toMatchObject([
      { terms: ['page', 'claim'], stopTerms: ['the', 'and', 'of'] },
    ]);
  });

  it('hold every word of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        expect(
          textsOf(text)
            .join(' ')
            .match(/\p{L}+/gu),
        ).toEqual(text.match(/\p{L}+/gu));
      }),
    );
  });
});

const options = { rarityOf: () => 1, stopWeight: 0.5 };
const likenesses = (question: string, text: string) => {
  const terms = questionOf(question, english).tokens.map(({ term, kind }) =>
    askedTerm(term, { weight: kind === 'stop' ? 0.5 : 1 }),
  );
  const scored = scoredPassages(passagesOf(text, english), terms, options);
  return scored.map(({ passage, likeness }) => ({
    text: text.slice(passage.start, passage.end).trim(),
    likeness: Number(likeness.toFixed(4)),
  }));
};

describe('likeness', () => {
  it('is 1 for the same words and 0 without a common one', () => {
    expect(likenesses('the page is blank', 'Zebras run. The page is blank.')).toEqual([
      { text: 'The page is blank.', likeness: 1 },
      { text: 'Zebras run.', likeness: 0 },
    ]);
  });

  it('is what is shared, by the geometric mean of what is asked and what is said', () => {
    expect(likenesses('page blank', 'Page printed twice.')[0]?.likeness).toBeCloseTo(
      1 / Math.sqrt(2 * 3),
      4,
    );
  });

  it('is higher for a short sentence that says just that than for a long one', () => {
    const [first, second] = likenesses(
      'page blank',
      'Some page and many other unusual things were blank yesterday evening. Page blank.',
    );
    expect(first?.text).toBe('Page blank.');
    expect(second!.likeness).toBeGreaterThan(0);
  });

  it('counts stop words less', () => {
    const of = (text: string) => likenesses('does print', text)[0]!.likeness;
    expect(of('Does zebra.')).toBeGreaterThan(0);
    expect(of('Does zebra.')).toBeLessThan(of('Will print.'));
  });

  it('is not raised by synonyms beyond 1, nor lowered by them', () => {
    const asked = [askedTerm('print'), askedTerm('printout', { how: 'synonym', weight: 0.4 })];
    const of = (text: string) =>
      scoredPassages(passagesOf(text, english), asked, options)[0]!.likeness;
    expect(of('print')).toBe(1);
    expect(of('print printout')).toBeLessThanOrEqual(1);
    expect(of('printout')).toBeCloseTo(0.4);
  });

  it('of a code that says it all is 1, however much a code counts', () => {
    const asked = [askedTerm('c2065', { weight: 1.5 })];
    expect(scoredPassages(passagesOf('C2065', english), asked, options)[0]!.likeness).toBe(1);
  });

  it('lies between 0 and 1 whatever is asked', () => {
    const words = fc.array(fc.constantFrom('page', 'blank', 'the', 'print', 'C2065', 'not', '.'));
    fc.assert(
      fc.property(words, words, (question, text) => {
        for (const { likeness } of likenesses(question.join(' '), text.join(' '))) {
          expect(likeness).toBeGreaterThanOrEqual(0);
          expect(likeness).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('of equals keeps their order', () => {
    expect(likenesses('blank', 'Blank one. Blank two.').map(({ text }) => text)).toEqual([
      ...['Blank one.', 'Blank two.'],
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptOf, markedText, type Piece } from '#search/query/excerpt.ts';
import { languageOf } from '#search/query/language.ts';
import { tokensOf } from '#search/query/tokens.ts';

const english = await languageOf('en');
const tokensIn = (text: string) => tokensOf(text, english);
const joined = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join('');
const marks = (pieces: readonly Piece[]) =>
  pieces.filter(({ isMatch }) => isMatch).map(({ text }) => text);

describe('marks', () => {
  it('are on every form of a term', () => {
    const pieces = markedText('Claims: a claim was claimed.', new Set(['claim']), tokensIn);
    expect(pieces).toEqual([
      { text: 'Claims', isMatch: true },
      { text: ': a ', isMatch: false },
      { text: 'claim', isMatch: true },
      { text: ' was ', isMatch: false },
      { text: 'claimed', isMatch: true },
      { text: '.', isMatch: false },
    ]);
  });

  it('are on a whole code, or on the piece that was asked for', () => {
    const text = 'See ORA-00942 now';
    expect(marks(markedText(text, new Set(['ora00942', 'ora']), tokensIn))).toEqual(['ORA-00942']);
    expect(marks(markedText(text, new Set(['ora']), tokensIn))).toEqual(['ORA']);
  });

  it('leave the text as it is', () => {
    const text = fc.array(
      fc.oneof(fc.constantFrom('page', 'pop-up', '<b>', '東京都'), fc.string({ unit: 'grapheme' })),
    );
    const terms = new Set(['page', 'popup', 'pop', '東京', 'b']);
    fc.assert(
      fc.property(text, (parts) => {
        expect(joined(markedText(parts.join(' '), terms, tokensIn))).toBe(parts.join(' '));
      }),
    );
  });

  it('are none in an empty text', () => {
    expect(markedText('', new Set(['page']), tokensIn)).toEqual([]);
  });
});

describe('an excerpt', () => {
  const of = (text: string, ...terms: string[]) =>
    excerptOf(text, undefined, new Set(terms), tokensIn);
  const filler = (words: number) => 'lorem '.repeat(words);

  it('is the nearest passage', () => {
    const text = 'Before. The page is blank. After.';
    const passage = { start: 8, end: 26, terms: [], stopTerms: [] };
    expect(joined(excerptOf(text, { passage, likeness: 1 }, new Set(['page']), tokensIn))).toBe(
      'The page is blank.',
    );
  });

  it('of a long text is cut around the first match, between two words', () => {
    const pieces = of(`${filler(100)}zebra ${filler(100)}`.trim(), 'zebra');
    expect(marks(pieces)).toEqual(['zebra']);
    expect(joined(pieces)).toMatch(/^… (lorem )+zebra( lorem)+ …$/);
    expect(joined(pieces).length).toBeLessThan(230);
  });

  it('says at which end it was cut', () => {
    expect(joined(of(filler(100), 'zebra'))).toMatch(/^lorem .*lorem …$/);
    expect(joined(of(`${filler(100)}zebra`, 'zebra'))).toMatch(/^… lorem .*zebra$/);
    expect(joined(of('A short text', 'zebra'))).toBe('A short text');
  });

  it.each([500, 5000])('of one word of %d letters is not longer than others', (length) => {
    expect(joined(of('x'.repeat(length), 'zebra')).length).toBeLessThan(230);
    expect(joined(of(`${'x'.repeat(length)} zebra`, 'zebra'))).toContain('zebra');
  });

  it('shows the match where there are no spaces', () => {
    const kana = 'あいう、'.repeat(100);
    for (const text of [
      `${kana}東京${kana}`,
      `a ${kana}東京${kana} b`,
      `${'x'.repeat(90)} 東京${kana}`,
    ])
      expect(marks(of(text, '東京'))).toEqual(['東京']);
  });

  it('never holds half a character', () => {
    for (const shift of ['', 'x']) {
      const text = `${shift}${'😀'.repeat(400)}`;
      expect(joined(of(text, 'zebra'))).not.toMatch(/\p{Cs}/u);
      expect(joined(of(`${text} zebra ${text}`, 'zebra'))).not.toMatch(/\p{Cs}/u);
    }
  });
});

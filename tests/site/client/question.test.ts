import { describe, expect, it } from 'vitest';
import { addressOf, isWordOpen, plainQuestion, questionIn } from '#site/client/question.ts';

describe('a question in an address', () => {
  it.each([
    '',
    '?q=blank+receipt',
    '?q=recipt&exact=1',
    '?q=a&product=Claims+portal&product=Accounts&type=Solution',
    '?type=Solution',
    '?q=%22pop-up+blocked%22+%3Cb%3E+%26+50%25',
  ])('%j is read and written back', (address) => {
    expect(addressOf(questionIn(address))).toBe(address);
  });

  it('tells words, facets, and whether words are meant as typed', () => {
    expect(questionIn('?q=x&product=A&product=B&exact=1')).toEqual({
      words: 'x',
      chosen: { product: ['A', 'B'] },
      isLiteral: true,
    });
  });

  it('takes names for facets only that could be some, and those that objects know for nothing else', () => {
    expect(questionIn('?__proto__=x&constructor=y&q=z').chosen).toEqual({ constructor: ['y'] });
    expect(questionIn('?UTM=x&a[]=y').chosen).toEqual({});
  });

  it.each(['a', 'ü', '漢', '😀', '\0', '%', '\ud800'])(
    'of %j, ten thousand times, keeps what an address can carry',
    (letter) => {
      const address = addressOf(plainQuestion(letter.repeat(10_000)));
      expect(address.length).toBeLessThan(8000);
      const { words } = questionIn(address);
      expect(words.length).toBeGreaterThan(400);
      expect(addressOf(plainQuestion(words))).toBe(address);
    },
  );
});

it.each([
  ['recei', true],
  ['receipt ', false],
  ['receipt?', false],
  ['0x80', true],
  ['שלום', true],
  ['', false],
])('in %j the last word may go on: %s', (text, expected) => {
  expect(isWordOpen(text)).toBe(expected);
});

import { expect, it } from 'vitest';
import { unansweredSearch, unansweredText } from '#search/unanswered.ts';

const asked = { query: 'blank page', count: 3, date: '2026-11-21' };

it.each([
  ['my mail is dana.w@foobar.example, help', 'my mail is [address] help'],
  ['call +44 20 7946 0100 about 0x8007000E', 'call [number] about 0x8007000E'],
  ['two\nlines\0and\ta tab', 'two lines and a tab'],
  ['error 500 in version 4.2.1', 'error 500 in version 4.2.1'],
])('%j is passed on as %j', (query, expected) => {
  expect(unansweredSearch({ ...asked, query }).query).toBe(expected);
});

it('holds nothing but question, product, count and day', () => {
  const more = { ...asked, product: '', reader: 'dana' };
  expect(unansweredSearch(more)).toEqual(asked);
  expect(unansweredSearch({ ...asked, query: 'x'.repeat(10_000) }).query).toHaveLength(300);
});

it('is one field in a line', () => {
  expect(unansweredText(unansweredSearch({ ...asked, product: 'Claims portal' }))).toBe(
    'query: blank page\nproduct: Claims portal\ncount: 3\ndate: 2026-11-21\n',
  );
});

import { describe, expect, it } from 'vitest';
import { searchGroups } from '#search/search-groups.ts';
import { searchLogOf } from '#search/search-log.ts';

const linesOf = (...lines: unknown[]) =>
  lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');

describe('a log of searches', () => {
  it('has a JSON object in a line', () => {
    const whole = {
      query: 'blank receipt',
      product: 'Claims portal',
      language: 'en',
      count: 3,
      date: '2026-11-21',
    };
    expect(searchLogOf(linesOf(whole, { query: 'fax' }))).toEqual({
      searches: [whole, { query: 'fax' }],
      problems: [],
    });
  });

  it('may have a time for a day, further fields, empty ones, blank lines and any line ends', () => {
    const text = `\uFEFF{"query":" fax ","date":"2026-11-21T09:30:00Z","ip":"x","product":"","count":null}\r\n\r\n{"query":"a"}\r`;
    expect(searchLogOf(text)).toEqual({
      searches: [{ query: 'fax', date: '2026-11-21' }, { query: 'a' }],
      problems: [],
    });
  });

  it('may have searches as they are copied into a mail or an issue', () => {
    const text = linesOf(
      'query: where is: the fax?',
      'product: Claims portal',
      'count: 0',
      'date: 2026-11-20',
      '',
      '> query: stamps',
      '> count: 2',
      { query: 'json' },
    );
    expect(searchLogOf(text)).toEqual({
      searches: [
        { query: 'where is: the fax?', product: 'Claims portal', count: 0, date: '2026-11-20' },
        { query: 'stamps', count: 2 },
        { query: 'json' },
      ],
      problems: [],
    });
  });

  it.each([
    ['hello', 'This is no search.'],
    ['[1]', 'This is no search.'],
    ['null', 'This is no search.'],
    ['{"query": "cut o', 'This is no search.'],
    ['{"count": 1}', 'The search has no "query"'],
    ['{"query": 7}', 'The search has no "query"'],
    ['query:  ', 'The search has no "query"'],
    ['product: alone', 'This is no search.'],
  ])('tells the line that cannot be read: %s', (line, sentence) => {
    const { searches, problems } = searchLogOf(linesOf({ query: 'a' }, line, { query: 'b' }));
    expect(searches).toEqual([{ query: 'a' }, { query: 'b' }]);
    expect(problems).toEqual([{ line: 2, message: expect.stringContaining(sentence) as string }]);
  });

  it.each([
    [{ count: -1 }, '"count" is left out: expected is a whole number.'],
    [{ count: '3' }, '"count" is left out: expected is a whole number.'],
    [{ date: '21.11.2026' }, '"date" is left out: expected is a day such as 2026-11-21.'],
    [{ date: '2026-02-30' }, '"date" is left out: expected is a day such as 2026-11-21.'],
    [{ product: 7 }, '"product" is left out: expected is text.'],
  ])('keeps the rest of a search with a wrong field: %j', (field, message) => {
    expect(searchLogOf(linesOf({ query: 'a', ...field }))).toEqual({
      searches: [{ query: 'a' }],
      problems: [{ line: 1, message }],
    });
  });
});

describe('groups', () => {
  const groupsOf = (...queries: string[]) =>
    searchGroups(
      queries.map((query) => ({ query })),
      'en',
    );
  const wordings = async (...queries: string[]) =>
    (await groupsOf(...queries)).map((group) => group.wordings);

  it.each([
    [['the receipt is blank', 'Blank receipts?', 'receipt blank'], 1],
    [['ORA-00942', 'ora_00942', 'Ora00942'], 1],
    [['error 500', 'error 404'], 2],
    [
      [
        '2026-11-19T03:12:44Z [worker-7f3a] certificate expired',
        '2026-11-20T04:55:01Z [worker-7f3a] certificate expired',
      ],
      1,
    ],
    [['C2065', 'C2066'], 2],
    [['how', 'how is it'], 2],
    [['?!', '…'], 2],
    [['領収書', '領収書'], 1],
  ])('of %j: %d', async (queries, count) => {
    expect(await groupsOf(...queries)).toHaveLength(count);
  });

  it('have the most frequent first, in each, too', async () => {
    expect(await wordings('fax', 'blank receipts', 'receipt blank', 'receipt blank')).toEqual([
      ['receipt blank', 'blank receipts'],
      ['fax'],
    ]);
  });

  it('say how often nothing was found, when last, and for which products', async () => {
    const groups = await searchGroups(
      [
        { query: 'fax', product: 'A', count: 0, date: '2026-11-20' },
        { query: 'a fax', product: 'B', count: 2, date: '2026-11-03' },
        { query: 'fax?', product: 'B' },
        { query: 'stamps' },
        { query: 'apples', date: '2026-01-01' },
      ],
      'en',
    );
    expect(groups).toEqual([
      {
        asked: 3,
        foundNothing: 1,
        wordings: ['fax', 'a fax', 'fax?'],
        products: ['B', 'A'],
        last: '2026-11-20',
      },
      { asked: 1, wordings: ['apples'], products: [], last: '2026-01-01' },
      { asked: 1, wordings: ['stamps'], products: [] },
    ]);
  });

  it('are made in the language in which was asked', async () => {
    const queries = ['Rechnungen für mich', 'Rechnung'];
    const inGerman = queries.map((query) => ({ query, language: 'de' }));
    expect(await searchGroups(inGerman, 'en')).toHaveLength(1);
    expect(await groupsOf(...queries)).toHaveLength(2);
  });
});

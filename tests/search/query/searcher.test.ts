import { beforeAll, describe, expect, it } from 'vitest';
import type { Piece } from '#search/query/excerpt.ts';
import type { Searcher } from '#search/query/searcher.ts';
import { suiteFolder } from '../../suite-folder.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { builtIndex, endIndexerAfterwards, found, recordsOf } from '../built-index.ts';
import { documentOf } from '../documents.ts';

/* The whole way of a question, on a real index on disk. */

endIndexerAfterwards();
const folder = suiteFolder();
let searcher: Searcher;
const ask = (query: string, ...options: Parameters<Searcher['ask']>[1][]) =>
  searcher.ask(query, ...options);
const joined = (pieces: readonly Piece[] = []) => pieces.map(({ text }) => text).join('');

const claims = { product: ['Claims'], type: ['Solution'] };
const files = { product: ['Files'], type: ['Solution'] };
const pages = [
  documentOf('blank', 'The receipt stays blank', {
    symptoms: ['I click print and nothing happens'],
    facets: claims,
    body: '<h2 id="steps">Steps</h2><p>Allow pop-up windows for this site.</p><h2 id="check">Check that it worked</h2><p>The receipt opens in a new tab.</p>',
  }),
  documentOf('address', 'Change the address on a form', {
    facets: { ...claims, type: ['How-to'] },
    body: '<p>A receipt is sent to the new address.</p>',
  }),
  documentOf('memory', 'The import runs out of memory', {
    errors: ['0x8007000E', 'java.lang.OutOfMemoryError: Java heap space'],
    facets: files,
  }),
  documentOf('disk', 'The import finds the disk full', {
    errors: ['0x80070070', 'No space left on device'],
    facets: files,
  }),
  documentOf('table', 'The batch cannot find its table', {
    errors: ['ORA-00942: table or view does not exist'],
    facets: { ...files, type: [] },
  }),
  documentOf('certificate', 'Browsers warn of the partner certificate', {
    errors: [
      'ERR_SSL_PROTOCOL_ERROR',
      'Handshake with partner gateway failed: certificate expired',
    ],
    facets: files,
  }),
  documentOf('market', 'Markup is <b>shown</b> as "text" & no more', {
    symptoms: ['<script>alert(1)</script> appears'],
  }),
];

beforeAll(async () => {
  searcher = await builtIndex(folder, pages, { synonyms: [['certificate', 'tls cert']] });
});

describe('ranking', () => {
  it('puts a title before a body', async () => {
    expect(await found(searcher, 'receipt')).toEqual(['blank', 'address']);
    expect((await found(searcher, 'address'))[0]).toBe('address');
  });

  it('understands a sentence of which no page has every word', async () => {
    const answer = await ask(
      'hello, yesterday when my colleague clicked on print nothing happened',
    );
    expect((await answer.hits(0, 1))[0]?.record).toBe('article blank');
    expect(answer.isAnswered).toBe(true);
  });

  it.each([
    ['0x8007000E', 'memory'],
    ['0X8007000e', 'memory'],
    ['0x80070070', 'disk'],
    ['ERR_SSL_PROTOCOL_ERROR', 'certificate'],
    ['err ssl protocol error', 'certificate'],
    ['ORA-00942', 'table'],
    ['ora_00942', 'table'],
    ['ORA 00942', 'table'],
    ['OutOfMemoryError', 'memory'],
    ['import failed with error 0x80070070, what now', 'disk'],
  ])('finds the page of an error first: %s', async (query, record) => {
    expect((await found(searcher, query))[0]).toBe(record);
  });

  it.each([
    [
      '2026-11-19T03:12:44.108Z [worker-7f3a] ERROR c.h.Gateway req=9f8b2c1e-77aa: Handshake with partner gateway failed: certificate expired (attempt 3/5)',
      'certificate',
    ],
    [
      'Nov 19 03:12:44 batch01 importer[22154]: FATAL write(/var/spool/in/4711.dat): No space left on device',
      'disk',
    ],
    [
      'Exception in thread "main" java.lang.OutOfMemoryError: Java heap space\n\tat a.b.Reader.read(Reader.java:512)\n\tat a.b.Main.main(Main.java:22)',
      'memory',
    ],
  ])('finds the page of a message in a pasted log: %s', async (line, record) => {
    const answer = await ask(line);
    expect((await answer.hits(0, 1))[0]?.record).toBe(`article ${record}`);
  });

  it('gives the same answer whenever it is asked', async () => {
    const first = await (await ask('import receipt')).hits(0, 10);
    const again = await builtIndex(temporaryFolder(), pages);
    expect(await (await again.ask('import receipt')).hits(0, 10)).toEqual(first);
  });
});

describe('a result', () => {
  it('has title and excerpt with what was asked for marked, and its address', async () => {
    const [hit] = await (await ask('blank receipts')).hits(0, 1);
    expect(hit).toMatchObject({
      url: '/articles/blank/',
      record: 'article blank',
      kind: 'Solution, Claims',
      title: [
        { text: 'The ', isMatch: false },
        { text: 'receipt', isMatch: true },
        { text: ' stays ', isMatch: false },
        { text: 'blank', isMatch: true },
      ],
    });
  });

  it('does not repeat its title in the excerpt', async () => {
    const [hit] = await (await ask('the receipt stays blank')).hits(0, 1);
    expect(joined(hit?.title)).toBe('The receipt stays blank');
    expect(joined(hit?.excerpt)).not.toContain('stays blank');
  });

  it('leads to the section that is about it', async () => {
    const [hit] = await (await ask('pop-up windows')).hits(0, 1);
    expect(hit?.sections).toEqual([{ title: 'Steps', url: '/articles/blank/#steps' }]);
    expect(joined(hit?.excerpt)).toContain('Allow pop-up windows for this site.');
    const [other] = await (await ask('opens in a new tab')).hits(0, 1);
    expect(other?.sections.map(({ url }) => url)).toContain('/articles/blank/#check');
  });

  it('has markup of a record as text', async () => {
    const [hit] = await (await ask('markup shown')).hits(0, 1);
    expect(joined(hit?.title)).toBe('Markup is <b>shown</b> as "text" & no more');
    const [script] = await (await ask('script alert')).hits(0, 1);
    expect(joined(script?.excerpt)).toContain('<script>alert(1)</script> appears');
  });

  it('comes page by page, in one order', async () => {
    const answer = await ask('import receipt address');
    const all = await answer.hits(0, 99);
    expect(all).toHaveLength(answer.count);
    const single = await Promise.all(all.map((_, at) => answer.hits(at, at + 1)));
    expect(single.flat()).toEqual(all);
    expect(await answer.hits(99, 199)).toEqual([]);
  });
});

describe('typing errors', () => {
  it('are corrected, and it is said', async () => {
    const answer = await ask('reciept blnak');
    expect((await answer.hits(0, 1))[0]?.record).toBe('article blank');
    expect(answer.corrections).toEqual([
      { typed: 'reciept', meant: 'receipt' },
      { typed: 'blnak', meant: 'blank' },
    ]);
  });

  it('in the first letter are corrected, too', async () => {
    expect((await ask('teceipt')).corrections).toEqual([{ typed: 'teceipt', meant: 'receipt' }]);
  });

  it.each(['0x8007000F', 'ORA-00943', 'ERR_SSL_PROTOKOL', '80070071'])(
    'are never seen in a code: %s',
    async (code) => {
      const { corrections } = await ask(code);
      expect(
        corrections.filter(({ typed }) => /\d/.test(typed) || typed.startsWith('errssl')),
      ).toEqual([]);
    },
  );

  it('are not seen in words that are known', async () => {
    expect((await ask('the receipt stays blank')).corrections).toEqual([]);
  });
});

describe('while typing', () => {
  it('the last word stands for all that begin so', async () => {
    expect(await found(searcher, 'rece', { isTyping: true })).toEqual(['blank', 'address']);
    const { terms, corrections } = await ask('certif', { isTyping: true });
    expect(terms.map(({ term, how }) => `${term}: ${how}`)).toEqual(['certif: exact']);
    expect(corrections).toEqual([]);
  });

  it('only the last one does', async () => {
    expect(await found(searcher, 'rece addr', { isTyping: true })).toContain('address');
    expect(
      (await ask('impo adr', { isTyping: true })).terms.filter(({ how }) => how === 'begun'),
    ).toEqual([]);
  });

  it('one letter does not', async () => {
    expect((await ask('r', { isTyping: true })).terms.filter(({ how }) => how === 'begun')).toEqual(
      [],
    );
  });

  it('a finished word does not', async () => {
    expect(await found(searcher, 'rece')).toEqual([]);
  });
});

describe('synonyms', () => {
  it('that are given find each other, words in a row', async () => {
    const answer = await ask('our tls cert is too old');
    expect(answer.terms.filter(({ how }) => how === 'synonym').map(({ term }) => term)).toEqual([
      'certif',
    ]);
    expect((await answer.hits(0, 1))[0]?.record).toBe('article certificate');
  });
});

describe('a phrase in quotes', () => {
  it('must stand in the page as it is', async () => {
    expect(await found(searcher, 'the import finds')).toContain('memory');
    expect(await found(searcher, '"the import finds"')).toEqual(['disk']);
    expect(await found(searcher, 'import "disk full"')).toEqual(['disk']);
    expect((await ask('import "disk full"')).unquoted).toEqual([]);
  });

  it('stands for its words where no page has it, and that is said', async () => {
    const answer = await ask('"finds the import"');
    expect(answer.unquoted).toEqual(['finds the import']);
    expect(await recordsOf(answer)).toEqual(await found(searcher, 'finds the import'));
  });

  it('may be one of several, all of which must stand there', async () => {
    expect(await found(searcher, '"disk full" "the import finds"')).toEqual(['disk']);
    expect((await ask('"disk full" "java heap space"')).unquoted).toEqual([
      'disk full',
      'java heap space',
    ]);
  });
});

describe('a phrase among other words', () => {
  it('decides alone, however much the others say', async () => {
    const query = '"sent to" the import: 0x8007000E java.lang.OutOfMemoryError: Java heap space';
    expect(await found(searcher, query)).toEqual(['address']);
  });
});

describe('filters', () => {
  it('narrow down, and counts say what others would give', async () => {
    const answer = await ask('import receipt', { chosen: { product: ['Claims'] } });
    expect(answer.count).toBe(2);
    expect(await answer.counts()).toEqual({
      product: { Claims: 2, Files: 2 },
      type: { 'How-to': 1, Solution: 1 },
    });
  });

  it('of several facets hold together', async () => {
    const chosen = { product: ['Claims'], type: ['How-to'] };
    expect(await found(searcher, 'receipt', { chosen })).toEqual(['address']);
    expect(await found(searcher, 'receipt', { chosen: { product: ['Files'] } })).toEqual([]);
  });

  it('without a question give all pages, in their order', async () => {
    const answer = await ask('', { chosen: { product: ['Files'] } });
    expect([answer.count, answer.isAnswered]).toEqual([4, true]);
    expect((await answer.hits(0, 2)).map(({ record }) => record)).toEqual([
      ...['article memory', 'article disk'],
    ]);
    expect((await ask('')).count).toBe(pages.length);
  });
});

describe('no answer', () => {
  it.each([
    'qqqqqqqq',
    'how do I book a holiday in the mountains',
    'what is the weather in Lisbon on Sunday',
    '0x80004005',
  ])('is admitted: %s', async (query) => {
    const answer = await ask(query);
    expect(answer.isAnswered).toBe(false);
    expect(answer.confidence).toBeLessThan(0.3);
  });

  it('shows the nearest there is', async () => {
    const answer = await ask('who can repair the coffee machine on the form floor');
    expect(answer.isAnswered).toBe(false);
    expect(answer.count).toBeGreaterThan(0);
  });
});

describe('bad input', () => {
  const odd: [string, string][] = [
    ['empty', ''],
    ['spaces', ' \t\n '],
    ['one letter', 'a'],
    ['10,000 characters', 'receipt blank '.repeat(715)],
    ['10,000 letters in a word', 'x'.repeat(10_000)],
    ['10,000 digits', '7'.repeat(10_000)],
    ['only stop words', 'the and of to is not'],
    ['only punctuation', '?!… — "" \'\' «» () [] {} .*+^$|\\'],
    ['emoji', '🎉👩‍👩‍👧‍👦🏳️‍🌈'],
    ['right to left', 'الصفحة فارغة \u202Eabc'],
    ['a regular expression', '^(a+)+$|[\\w.]*?(?=x)'],
    ['HTML', '<img src=x onerror=alert(1)><b>receipt</b>'],
    ['NUL', 'receipt\u0000blank'],
    ['half a character', 'receipt \uD83D'],
    ['marks without letters', '\u0301\u0302\u0303'],
    ['names that objects have', '__proto__ constructor toString hasOwnProperty'],
    ['an open quote', '"receipt'],
    ['quotes in quotes', '"a "b" c" “„"'],
    ['a phrase of odd things', '"<b> .* \\" receipt"'],
    ['many short words', 'a b c d e f g h i j k l m n o p '.repeat(100)],
    ['only zeros', '0 00 000 0x0'],
  ];

  it.each(odd)('%s gets an answer', async (_, query) => {
    for (const isTyping of [false, true]) {
      const answer = await ask(query, { isTyping });
      const hits = await answer.hits(0, 10);
      expect(hits).toHaveLength(Math.min(10, answer.count));
      expect(answer.confidence).toBeGreaterThanOrEqual(0);
      expect(answer.confidence).toBeLessThanOrEqual(1);
      expect(Object.keys(await answer.counts())).toEqual(['product', 'type']);
    }
  });

  it('around a word does not hide it', async () => {
    expect((await found(searcher, '<b>receipt</b>\u0000blank'))[0]).toBe('blank');
    expect((await found(searcher, '🎉 receipt (blank)?!'))[0]).toBe('blank');
  });

  it('as a filter finds nothing', async () => {
    for (const name of ['constructor', '__proto__', 'nothing'])
      expect(await found(searcher, 'receipt', { chosen: { [name]: ['x'] } })).toEqual([]);
  });
});

describe('an index', () => {
  it('without a page answers that there is none', async () => {
    const empty = await builtIndex(temporaryFolder(), []);
    const answer = await empty.ask('receipt');
    expect([answer.count, answer.isAnswered, await answer.hits(0, 3)]).toEqual([0, false, []]);
    expect((await empty.ask('')).isAnswered).toBe(false);
  });

  it('in another language knows its words', async () => {
    const german = await builtIndex(
      temporaryFolder(),
      [documentOf('a', 'Rechnungen bleiben leer'), documentOf('b', 'Häuser über dem Berg')],
      { language: 'de' },
    );
    expect(await found(german, 'warum ist die Rechnung leer')).toEqual(['a']);
    expect(await found(german, 'haus')).toEqual(['b']);
  });

  it('in a language without spaces knows its words', async () => {
    const japanese = await builtIndex(
      temporaryFolder(),
      [documentOf('a', 'ログインできない'), documentOf('b', '領収書が表示されない')],
      { language: 'ja' },
    );
    expect((await found(japanese, '領収書'))[0]).toBe('b');
  });

  it('names every page, and another name after a change', async () => {
    const names = await searcher.pageNames();
    expect(new Set(names).size).toBe(pages.length);
    const changed = await builtIndex(temporaryFolder(), [
      documentOf('blank', 'Changed'),
      ...pages.slice(1),
    ]);
    const after = await changed.pageNames();
    expect(after.map((name, at) => name === names[at])).toEqual([
      false,
      ...pages.slice(1).map(() => true),
    ]);
    expect(await searcher.storedPage(names[2]!)).toMatchObject({ record: 'article memory' });
  });
});

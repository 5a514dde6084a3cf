import { describe, expect, it } from 'vitest';
import { languageOf } from '#search/query/language.ts';
import { tokensOf } from '#search/query/tokens.ts';

const english = await languageOf('en');
const termsOf = (text: string) => tokensOf(text, english).map(({ term }) => term);
const kindsOf = (text: string) =>
  tokensOf(text, english).map(({ term, kind }) => `${term}: ${kind}`);

describe('words', () => {
  it('are compared by their stems, and stop words are told apart', () => {
    expect(kindsOf('The claims were printed')).toEqual([
      ...['the: stop', 'claim: word', 'were: stop', 'print: word'],
    ]);
  });

  it.each([
    ['Café', 'cafe'],
    ['ＦＵＬＬ', 'full'],
    ['ﬁle', 'file'],
    ['İstanbul', 'Istanbul'],
  ])('%s and %s are one', (a, b) => {
    expect(termsOf(a)).toEqual(termsOf(b));
  });

  it.each([
    ['ёлка', 'елка'],
    ['σφάλμα', 'σφαλμα'],
    ['مُحَمَّد', 'محمد'],
    ['שָׁלוֹם', 'שלום'],
  ])('%s and %s are one, since few people type the marks', (a, b) => {
    expect(termsOf(a)).toEqual(termsOf(b));
  });

  it.each([
    ['мой', 'мои'],
    ['が', 'か'],
    ['की', 'कि'],
    ['ที่', 'ทู่'],
  ])('%s and %s are two, since a mark makes another letter', (a, b) => {
    expect(termsOf(a)).not.toEqual(termsOf(b));
  });

  it('are the same however their letters are put together', () => {
    for (const text of ['한국어', 'ガス', 'мой', 'café'])
      expect(termsOf(text.normalize('NFD'))).toEqual(termsOf(text.normalize('NFC')));
  });

  it.each([
    ["don't", 'dont'],
    ['don’t', 'dont'],
    ["customer's", 'customer'],
    ['customer’s', 'customer'],
  ])('%s is compared as %s', (written, other) => {
    expect(termsOf(written)).toEqual(termsOf(other));
  });

  it('without letters or digits there are none', () => {
    expect(termsOf(' \t?!… — “” 🎉 () [] \u0000')).toEqual([]);
  });

  it('of a language without spaces are cut apart', () => {
    expect(termsOf('東京都に行く')).toEqual(['東京', '都', 'に', '行く']);
    expect(termsOf('ログイン error')).toContain('error');
  });

  it('from right to left stand at their places', () => {
    const text = 'مرحبا بالعالم';
    expect(tokensOf(text, english).map(({ start, end }) => text.slice(start, end))).toEqual(
      text.split(' '),
    );
  });
});

describe('codes', () => {
  it.each([
    ['0x8007000E', '0x8007000e: code'],
    ['C2065', 'c2065: code'],
    ['ERR_SSL_PROTOCOL_ERROR', 'errsslprotocolerror: code'],
    ['OutOfMemoryError', 'outofmemoryerror: code'],
    ['ORA-00942', 'ora00942: code'],
    ['v4.2', 'v42: code'],
    ['C++', 'c++: code'],
    ['C#', 'c#: code'],
  ])('%s is one, whatever its pieces are', (written, told) => {
    expect(kindsOf(written)[0]).toBe(told);
  });

  it('find each other however they are joined', () => {
    const [whole, ...pieces] = termsOf('ORA-00942');
    expect(termsOf('ora_00942')).toEqual([whole, ...pieces]);
    expect(termsOf('ORA 00942')).toEqual(pieces);
    expect(termsOf('ora00942')).toEqual([whole]);
  });

  it('have the pieces that their humps and underscores make', () => {
    expect(termsOf('OutOfMemoryError').slice(1)).toEqual(termsOf('out of memory error'));
    expect(termsOf('ERR_SSL_PROTOCOL_ERROR').slice(1)).toEqual(termsOf('err ssl protocol error'));
    expect(termsOf('PostgreSQL').slice(1)).toEqual(['postgr', 'sql']);
  });

  it('name the whole that a piece belongs to', () => {
    const [whole, ...pieces] = tokensOf('pop-up', english);
    expect(whole?.whole).toBeUndefined();
    expect(pieces.map((piece) => piece.whole === whole)).toEqual([true, true]);
  });

  it('that are long are only their pieces', () => {
    const address = `https://a.example/${'x'.repeat(60)}`;
    expect(termsOf(address)).toEqual(['http', 'a', 'exampl', 'x'.repeat(60)]);
  });
});

describe('numbers', () => {
  it.each(['4.2.1', '10:30', '2026-03-14', '00942', '443'])('%s is one', (written) => {
    expect(kindsOf(written)).toEqual([`${written}: number`]);
  });

  it.each(['2026-11-19T03:12:44Z', '2026-11-19T03:12:44.108+01:00', '2026-11-19T03:12'])(
    'are times as logs have them, too: %s',
    (written) => {
      expect(kindsOf(`${written} expired`)).toEqual([`${written}: number`, 'expir: word']);
    },
  );

  it('of other versions are other terms', () => {
    expect(termsOf('4.2')).not.toEqual(termsOf('42'));
  });
});

describe('places', () => {
  it('are those of what was written, marks and width included', () => {
    const text = 'Ｗide café: ERR_X-1, “OutOfMemory” 東京都 🎉 end';
    const written = tokensOf(text, english).map(({ start, end }) => text.slice(start, end));
    expect(written).toEqual([
      ...['Ｗide', 'café', 'ERR_X-1', 'ERR', 'X', '1'],
      ...['OutOfMemory', 'Out', 'Of', 'Memory', '東京', '都', 'end'],
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { fieldNames } from '#search/fields.ts';
import { entryOf } from '#search/index/entry.ts';
import { textOfHtml } from '#search/index/html-text.ts';
import { vocabularyOf } from '#search/index/vocabulary-of.ts';
import { languageOf } from '#search/query/language.ts';
import { documentOf } from '../documents.ts';

const english = await languageOf('en');
const document = documentOf('blank', 'The blank receipt', {
  symptoms: ['My receipts are white'],
  errors: ['ORA-00942'],
  body: '<p>Print the receipt again.</p>',
});
const entry = entryOf(document, english);
const inFields = (values: readonly number[] = []) =>
  Object.fromEntries(fieldNames.flatMap((name, at) => (values[at] ? [[name, values[at]]] : [])));

describe('what a page contributes', () => {
  it('is how often each term stands in each field', () => {
    expect(inFields(entry.counts.get('receipt'))).toEqual({ title: 1, symptoms: 1, body: 1 });
    expect(inFields(entry.counts.get('ora00942'))).toEqual({ errors: 1 });
    expect(inFields(entry.counts.get('00942'))).toEqual({ errors: 1 });
  });

  it('is how long each field is, pieces not counted', () => {
    expect(inFields(entry.lengths)).toEqual({ title: 3, symptoms: 4, errors: 1, body: 4 });
  });

  it('is what synonyms are learnt from: words, no stop words, no codes', () => {
    expect([...entry.titleTerms]).toEqual(['blank', 'receipt']);
    expect([...entry.symptomTerms]).toEqual(['receipt', 'white']);
  });
});

describe('the words that typing errors are corrected to', () => {
  const wordsOf = (...documents: ReturnType<typeof documentOf>[]) =>
    vocabularyOf(documents.map((one) => entryOf(one, english)));

  it('are those of titles and symptoms as they are written, with their pages', () => {
    const other = documentOf('b', 'Receipts');
    expect(wordsOf(document, other)).toEqual([
      { word: 'blank', pages: 1 },
      { word: 'ora', pages: 1 },
      { word: 'receipt', pages: 1 },
      { word: 'receipts', pages: 2 },
      { word: 'white', pages: 1 },
    ]);
  });

  it('are those of bodies only from two pages on', () => {
    const one = documentOf('a', 'A', { body: '<p>zebra</p>' });
    expect(wordsOf(one)).toEqual([]);
    expect(wordsOf(one, { ...one, url: '/b/' })).toEqual([{ word: 'zebra', pages: 2 }]);
  });
});

describe('the text of HTML', () => {
  it.each([
    ['<p>One</p><p>two <b>th</b>ree</p>', 'One\ntwo three\n'],
    ['a<br>b<br/>c', 'a\nb\nc'],
    ['&lt;b&gt; &amp;amp; &#x41;&#66; &quot;&apos;&nbsp;.', '<b> &amp; AB "\' .'],
    ['<a href="x">link</a>', 'link'],
  ])('%s', (html, text) => {
    expect(textOfHtml(html)).toBe(text);
  });
});

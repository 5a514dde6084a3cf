import { beforeAll, expect, it } from 'vitest';
import type { SearchDocument } from '#search/document.ts';
import { entryOf } from '#search/index/entry.ts';
import { writeTermIndex } from '#search/index/term-index.ts';
import { askedTerms } from '#search/query/asked-terms.ts';
import { termsFolder } from '#search/query/index-files.ts';
import { languageOf } from '#search/query/language.ts';
import { ranking } from '#search/query/ranking.ts';
import { TermReader } from '#search/query/term-reader.ts';
import { tokensOf } from '#search/query/tokens.ts';

let reader: TermReader;

beforeAll(async () => {
  const language = await languageOf('en');
  const files = new Map<string, Uint8Array>();
  const pages = ['The receipt page stays blank', 'Reports cannot be received', 'A password'].map(
    (title, text) => ({
      entry: entryOf(documentOf(title), language),
      facets: {},
      text: String(text),
    }),
  );
  const manifest = await writeTermIndex(pages, { language: 'en', synonyms: [] }, (content) => {
    const name = String(files.size);
    files.set(termsFolder + name, content);
    return name;
  });
  const source = {
    read: (path: string) => Promise.resolve(files.get(path)!),
    pagesWith: () => Promise.resolve([]),
  };
  reader = new TermReader(manifest, language, source);
});

async function asked(words: string, how: { isTyping?: boolean; isLiteral?: boolean } = {}) {
  const tokens = tokensOf(words, reader.language);
  const { terms, corrections } = await askedTerms(tokens, reader, { ranking, ...how });
  return {
    terms: terms.map((term) => `${term.how} ${term.term}`).sort(),
    corrections: corrections.map(({ typed, meant }) => `${typed}: ${meant}`),
  };
}

it('corrects what is not known, but not what is meant as it was typed', async () => {
  expect(await asked('blank recipt')).toEqual({
    terms: ['corrected receipt', 'exact blank'],
    corrections: ['recipt: receipt'],
  });
  expect(await asked('blank recipt', { isLiteral: true })).toEqual({
    terms: ['exact blank', 'exact recipt'],
    corrections: [],
  });
});

it('takes the last word for a beginning while it is typed, and corrects it if nothing begins so', async () => {
  expect(await asked('blank rec', { isTyping: true })).toEqual({
    terms: ['begun receipt', 'begun receiv', 'exact blank'],
    corrections: [],
  });
  expect(await asked('blank pasword', { isTyping: true })).toEqual({
    terms: ['corrected password', 'exact blank'],
    corrections: ['pasword: password'],
  });
});

function documentOf(title: string): SearchDocument {
  return { url: '/', record: '', title, kind: '', facets: {}, parts: [], html: '' };
}

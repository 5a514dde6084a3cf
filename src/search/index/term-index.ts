import type { SearchDocument } from '../document.ts';
import { ByteWriter } from '../query/bytes.ts';
import {
  indexVersion,
  textsInFile,
  type FileOfRange,
  type Manifest,
} from '../query/index-files.ts';
import { writeFacets, type Facets } from '../query/facets-file.ts';
import { languageOf } from '../query/language.ts';
import { writePostings, type Postings } from '../query/postings.ts';
import { synonymKey } from '../query/synonyms.ts';
import { tokensOf } from '../query/tokens.ts';
import { writeWord } from '../query/vocabulary.ts';
import type { IndexEntry } from './entry.ts';
import { postingsOf } from './impacts.ts';
import { synonymsOf } from './synonyms.ts';
import { vocabularyOf } from './vocabulary-of.ts';

/** A file holds about this many bytes before it is compressed; lists of pages hardly get smaller by that. */
const fileSize = 4 * 1024;

/** Where the files go: keeps the content and answers with the name it got. */
export type Keep = (content: Uint8Array) => string;

/** What the index needs to know of a page: what it contributes, its facets, its name in the full-text index. */
export interface IndexedPage {
  entry: IndexEntry;
  facets: SearchDocument['facets'];
  text: string;
}

/** Writes the term index of a site through `keep`, and says what it wrote. */
export async function writeTermIndex(
  pages: readonly IndexedPage[],
  options: { language: string; synonyms: readonly (readonly string[])[] },
  keep: Keep,
): Promise<Manifest> {
  const language = await languageOf(options.language);
  const entries = pages.map(({ entry }) => entry);
  const given = options.synonyms.map((group) =>
    group.map((phrase) => synonymKey(tokensOf(phrase, language))),
  );
  const postings = postingsOf(entries);
  return {
    version: indexVersion,
    language: options.language,
    documents: pages.length,
    terms: inFiles(
      postings,
      keep,
      ([term]) => term,
      (writer, previous, [term, postings]) => writePostings(writer, term, previous, postings),
    ),
    words: inFiles(vocabularyOf(entries), keep, ({ word }) => word, writeWord),
    texts: textFiles(pages, keep),
    facets: keep(facetBytes(pages)),
    synonyms: synonymsOf(entries, given),
    common: commonOf(postings),
  };
}

const mostCommon = 300;

function commonOf(postings: readonly [string, Postings][]): Manifest['common'] {
  const counts = postings.map(([term, { pages }]): [string, number] => [term, pages.length]);
  return Object.fromEntries(
    counts.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, mostCommon),
  );
}

function textFiles(pages: readonly IndexedPage[], keep: Keep): string[] {
  const files: string[] = [];
  for (let first = 0; first < pages.length; first += textsInFile) {
    const names = pages.slice(first, first + textsInFile).map(({ text }) => text);
    files.push(keep(bytesOf(names.join('\n'))));
  }
  return files;
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Ascending entries in files of about `fileSize`. */
function inFiles<Entry>(
  entries: Iterable<Entry>,
  keep: Keep,
  keyOf: (entry: Entry) => string,
  write: (writer: ByteWriter, previous: string, entry: Entry) => void,
): FileOfRange[] {
  const files: FileOfRange[] = [];
  let writer = new ByteWriter();
  let first = '';
  let previous = '';
  const finish = () => {
    if (writer.length > 0) files.push([first, keep(writer.finish())]);
    writer = new ByteWriter();
    previous = '';
  };
  for (const entry of entries) {
    if (writer.length === 0) first = keyOf(entry);
    write(writer, previous, entry);
    previous = keyOf(entry);
    if (writer.length >= fileSize) finish();
  }
  finish();
  return files;
}

function facetBytes(pages: readonly IndexedPage[]): Uint8Array {
  const writer = new ByteWriter();
  writeFacets(writer, facetsOf(pages), pages.length);
  return writer.finish();
}

/** Facets by name, the values of each ascending. */
function facetsOf(pages: readonly IndexedPage[]): Facets {
  const names = [...new Set(pages.flatMap(({ facets }) => Object.keys(facets)))].sort();
  return Object.fromEntries(
    names.map((name) => {
      const values = [...new Set(pages.flatMap(({ facets }) => facets[name] ?? []))].sort();
      const position = new Map(values.map((value, index) => [value, index]));
      const ofPages = pages.map(({ facets }) =>
        (facets[name] ?? []).map((value) => position.get(value)!),
      );
      return [name, { values, pages: ofPages }];
    }),
  );
}

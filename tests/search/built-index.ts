import { afterAll } from 'vitest';
import { writeSearchIndex } from '#io/search-index.ts';
import { openSearcher } from '#io/search-reader.ts';
import { closeTextIndexer } from '#io/text-index.ts';
import type { SearchDocument } from '#search/document.ts';
import type { Answer, AskOptions, Searcher } from '#search/query/searcher.ts';

/** Writes a real index of these pages into a folder and opens it. The indexer ends with the tests of a file. */
export async function builtIndex(
  folder: string,
  documents: readonly SearchDocument[],
  { language = 'en', synonyms = [] }: { language?: string; synonyms?: string[][] } = {},
): Promise<Searcher> {
  await writeSearchIndex({ language, documents }, { synonyms }, folder);
  return openSearcher(folder);
}

export function endIndexerAfterwards(): void {
  afterAll(closeTextIndexer);
}

/** The records that an answer shows, best first. */
export async function recordsOf(answer: Answer, most = 10): Promise<string[]> {
  const hits = await answer.hits(0, most);
  return hits.map(({ record }) => record.replace(/^(article|incident) /, ''));
}

export async function found(searcher: Searcher, query: string, options?: AskOptions) {
  return recordsOf(await searcher.ask(query, options));
}

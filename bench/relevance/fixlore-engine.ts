import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSearchIndex } from '#io/search-index.ts';
import { diskSource } from '#io/search-reader.ts';
import { closeTextIndexer } from '#io/text-index.ts';
import type { SearchDocument } from '#search/document.ts';
import { partsOf, spaced } from '#search/parts.ts';
import type { IndexSource } from '#search/query/index-files.ts';
import { ranking, type Ranking } from '#search/query/ranking.ts';
import { Searcher } from '#search/query/searcher.ts';
import type { Engine } from './engine.ts';
import { asHtml } from './html.ts';
import type { JudgedSet } from './judged-set.ts';

/** fixlore's own index of the documents, on disk, and its own query layer; with another ranking for comparison. */
export async function fixloreEngine(
  { documents }: JudgedSet,
  name = 'fixlore',
  weights: Ranking = ranking,
): Promise<Engine> {
  const folder = mkdtempSync(join(tmpdir(), 'relevance-'));
  await writeSearchIndex(
    { language: 'en', documents: documents.map(documentOf) },
    { synonyms: [] },
    folder,
  );
  await closeTextIndexer();
  const searcher = await Searcher.open(diskSource(folder), { ranking: weights });
  return {
    name,
    ask: async (question) => {
      const { hits, confidence, isAnswered } = await searcher.ask(question);
      return { ids: (await hits(0, 10)).map(({ record }) => record), confidence, isAnswered };
    },
    bytesOfFirst: async (question) => {
      const { source, bytes } = counting(folder);
      const { hits } = await (await Searcher.open(source, { ranking: weights })).ask(question);
      await hits(0, 10);
      return bytes();
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A source that adds up what is fetched, as it is sent; each file once, as a browser keeps it. */
function counting(folder: string): { source: IndexSource; bytes: () => number } {
  const source = diskSource(folder);
  const fetched = new Set<string>();
  return {
    source: {
      ...source,
      read: (path) => {
        fetched.add(path);
        return source.read(path);
      },
    },
    bytes: () => [...fetched].reduce((sum, path) => sum + statSync(join(folder, path)).size, 0),
  };
}

/** A document as an article: its name is the last part of its id, each line of its text a paragraph. */
function documentOf({ id, title, text }: JudgedSet['documents'][number]): SearchDocument {
  const name = id
    .split('/')
    .at(-1)!
    .replace(/\.\w+$/, '')
    .replaceAll('_', '-');
  return {
    url: `/${encodeURIComponent(id)}/`,
    record: id,
    title,
    kind: 'Article',
    facets: {},
    parts: partsOf('name', [spaced(name)]),
    html: asHtml(text),
  };
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSearchIndex } from '#io/search-index.ts';
import { diskSource } from '#io/search-reader.ts';
import { closeTextIndexer } from '#io/text-index.ts';
import type { SearchDocument } from '#search/document.ts';
import { partsOf, spaced } from '#search/parts.ts';
import { Searcher } from '#search/query/searcher.ts';
import type { JudgedSet } from './judged-set.ts';

export interface Engine {
  name: string;
  ask: (question: string) => Promise<{ found: string[]; confidence: number; bytes: number }>;
  close: () => void;
}

/** fixlore's own index of the documents, on disk, and its own query layer. */
export async function fixloreEngine({ documents }: JudgedSet): Promise<Engine> {
  const folder = mkdtempSync(join(tmpdir(), 'relevance-'));
  await writeSearchIndex(
    { language: 'en', documents: documents.map(documentOf) },
    { synonyms: [] },
    folder,
  );
  await closeTextIndexer();
  const source = diskSource(folder);
  const searcher = await Searcher.open(source);
  return {
    name: 'fixlore',
    ask: async (question) => {
      const answer = await searcher.ask(question);
      const hits = await answer.hits(0, 10);
      const found = hits.map(({ record }) => record);
      return { found, confidence: answer.confidence, bytes: 0 };
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A document as an article: its name is the last part of its id, each line of its text a paragraph. */
function documentOf({ id, title, text }: JudgedSet['documents'][number]): SearchDocument {
  const name = id
    .split('/')
    .at(-1)!
    .replace(/\.\w+$/, '')
    .replaceAll('_', '-');
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return {
    url: `/${encodeURIComponent(id)}/`,
    record: id,
    title,
    kind: 'Article',
    facets: {},
    parts: partsOf('name', [spaced(name)]),
    html: lines.map((line) => `<p>${escaped(line)}</p>`).join('\n'),
  };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

import { expect, it } from 'vitest';
import { writeTermIndex } from '#search/index/term-index.ts';
import { manifestPath, termsFolder, type IndexSource } from '#search/query/index-files.ts';
import { Searcher } from '#search/query/searcher.ts';

it.each(['receipt', '"click print"', ''])(
  'in an index without a page %j finds nothing, and asks nobody for phrases',
  async (question) => {
    const searcher = await Searcher.open(await emptyIndex());
    const answer = await searcher.ask(question);
    expect([answer.count, answer.isAnswered]).toEqual([0, false]);
    expect(await answer.hits(0, 10)).toEqual([]);
    expect(await answer.counts()).toEqual({});
    expect(await searcher.facetNames()).toEqual([]);
  },
);

async function emptyIndex(): Promise<IndexSource> {
  const files = new Map<string, Uint8Array>();
  const manifest = await writeTermIndex([], { language: 'en', synonyms: [] }, (content) => {
    const name = String(files.size);
    files.set(termsFolder + name, content);
    return name;
  });
  files.set(manifestPath, new TextEncoder().encode(JSON.stringify(manifest)));
  return {
    read: (path) => Promise.resolve(files.get(path)!),
    pagesWith: () => Promise.reject(new Error('The full-text index takes itself for damaged')),
  };
}

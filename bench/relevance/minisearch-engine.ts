import { gzipSync } from 'node:zlib';
import MiniSearch from 'minisearch';
import type { Engine } from './engine.ts';
import type { JudgedSet } from './judged-set.ts';

/** MiniSearch with the options that VitePress gives it: every word in any place, prefixes, a fifth of typing errors. */
export function minisearchEngine({ documents }: JudgedSet): Engine {
  const engine = new MiniSearch<JudgedSet['documents'][number]>({
    fields: ['title', 'text'],
    searchOptions: { fuzzy: 0.2, prefix: true, boost: { title: 4, text: 2 } },
  });
  engine.addAll(documents);
  const size = gzipSync(JSON.stringify(engine)).length;
  return {
    name: 'MiniSearch',
    ask: (question) => {
      const found = engine.search(question);
      const ids = found.slice(0, 10).map(({ id }) => String(id));
      return Promise.resolve({ ids, confidence: found[0]?.score ?? 0, isAnswered: ids.length > 0 });
    },
    bytesOfFirst: () => Promise.resolve(size),
    close: () => undefined,
  };
}

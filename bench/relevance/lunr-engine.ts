import { gzipSync } from 'node:zlib';
import lunr from 'lunr';
import type { Engine } from './engine.ts';
import type { JudgedSet } from './judged-set.ts';

/** Lunr as it comes, with the words of the question as its terms: its query syntax is not for sentences. */
export function lunrEngine({ documents }: JudgedSet): Engine {
  const index = lunr(function (this: lunr.Builder) {
    this.ref('id');
    this.field('title');
    this.field('text');
    for (const document of documents) this.add(document);
  });
  const size = gzipSync(JSON.stringify(index)).length;
  return {
    name: 'Lunr',
    ask: (question) => {
      const found = index.query((query) => {
        for (const token of lunr.tokenizer(question)) query.term(token, {});
      });
      const ids = found.slice(0, 10).map(({ ref }) => ref);
      return Promise.resolve({ ids, confidence: found[0]?.score ?? 0, isAnswered: ids.length > 0 });
    },
    bytesOfFirst: () => Promise.resolve(size),
    close: () => undefined,
  };
}

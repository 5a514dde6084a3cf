import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createIndex, close } from 'pagefind';
import type { Engine, Found } from './engine.ts';
import { asHtml, escaped } from './html.ts';
import type { JudgedSet } from './judged-set.ts';

interface Instance {
  search: (query: string) => Promise<{ results: PagefindResult[] }>;
  destroy: () => Promise<void>;
}

interface PagefindResult {
  score: number;
  data: () => Promise<{ url: string }>;
}

/** Pagefind as it comes: plain pages of a heading and paragraphs, and its own search. */
export async function pagefindEngine({ documents }: JudgedSet): Promise<Engine> {
  const folder = mkdtempSync(join(tmpdir(), 'relevance-pagefind-'));
  const { index } = await createIndex({});
  for (const [position, { title, text }] of documents.entries()) {
    const content = `<html lang="en"><body><main><h1>${escaped(title)}</h1>${asHtml(text)}</main></body></html>`;
    await index!.addHTMLFile({ url: `/${position}/`, content });
  }
  await index!.writeFiles({ outputPath: folder });
  await close();

  const plainFetch = globalThis.fetch;
  const fetched = new Set<string>();
  globalThis.fetch = (input, init) => {
    const address = String(input instanceof Request ? input.url : input).replace(/[?#].*$/, '');
    if (!address.startsWith('file:')) return plainFetch(input, init);
    const path = fileURLToPath(address);
    if (!existsSync(path)) return Promise.resolve(new Response('', { status: 404 }));
    fetched.add(path);
    return Promise.resolve(new Response(new Uint8Array(readFileSync(path))));
  };
  const ask = async (instance: Instance, question: string): Promise<Found> => {
    const { results } = await instance.search(question);
    const pages = await Promise.all(results.slice(0, 10).map((result) => result.data()));
    const ids = pages.map(({ url }) => documents[Number(url.replaceAll('/', ''))]!.id);
    return { ids, confidence: results[0]?.score ?? 0, isAnswered: ids.length > 0 };
  };
  const lasting = await instanceOf(folder);
  return {
    name: 'Pagefind',
    ask: (question) => ask(lasting, question),
    bytesOfFirst: async (question) => {
      fetched.clear();
      const fresh = await instanceOf(folder);
      await ask(fresh, question);
      await fresh.destroy();
      const script = statSync(join(folder, 'pagefind.js')).size;
      return [...fetched].reduce((sum, path) => sum + statSync(path).size, script);
    },
    close: async () => {
      await lasting.destroy();
      globalThis.fetch = plainFetch;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function instanceOf(folder: string): Promise<Instance> {
  const code = readFileSync(join(folder, 'pagefind.js'), 'base64');
  const { createInstance } = (await import(`data:text/javascript;base64,${code}`)) as {
    createInstance: (options: object) => Instance;
  };
  return createInstance({
    basePath: pathToFileURL(join(folder, '/')).href,
    baseUrl: '/',
    noWorker: true,
  });
}

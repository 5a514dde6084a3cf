import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { EnvironmentError } from './environment-error.ts';

/** One answer of the index. */
export interface SearchHit {
  url: string;
  title: string;
  /** What it is: "Incident, Claims portal". */
  kind: string;
  /** Plain text around the words that were found. */
  excerpt: string;
  score: number;
}

export interface SearchAnswer {
  count: number;
  hits: SearchHit[];
}

/** Asks a built index with Pagefind's own JavaScript, which reads it from disk here. */
export async function askIndex(
  folder: string,
  query: string,
  limit: number,
): Promise<SearchAnswer> {
  const script = join(folder, 'pagefind.js');
  if (!existsSync(script)) {
    throw new EnvironmentError(`There is no search index in ${folder}. Run "fixlore build" first.`);
  }
  const original = globalThis.fetch;
  globalThis.fetch = (input, init) => fromDisk(input) ?? original(input, init);
  try {
    return await ask(folder, query, limit);
  } finally {
    globalThis.fetch = original;
  }
}

async function ask(folder: string, query: string, limit: number): Promise<SearchAnswer> {
  const pagefind = await instance(folder);
  try {
    const { results } = await pagefind.search(query);
    const hits = await Promise.all(
      results.slice(0, limit).map(async (result): Promise<SearchHit> => {
        const { url, meta, plain_excerpt } = await result.data();
        const { title = url, kind = '' } = meta;
        return { url, title, kind, excerpt: plain_excerpt.trim(), score: result.score };
      }),
    );
    return { count: results.length, hits };
  } finally {
    await pagefind.destroy();
  }
}

interface PagefindInstance {
  search: (query: string) => Promise<{ results: PagefindResult[] }>;
  destroy: () => Promise<void>;
}

interface PagefindResult {
  score: number;
  data: () => Promise<{
    url: string;
    plain_excerpt: string;
    meta: { title?: string; kind?: string };
  }>;
}

/** The script is imported from its text: what package it lies in must not decide how it is read. */
async function instance(folder: string): Promise<PagefindInstance> {
  const code = readFileSync(join(folder, 'pagefind.js'), 'base64');
  const { createInstance } = (await import(`data:text/javascript;base64,${code}`)) as {
    createInstance: (options: object) => PagefindInstance;
  };
  return createInstance({
    basePath: pathToFileURL(join(folder, '/')).href,
    baseUrl: '/',
    noWorker: true,
  });
}

function fromDisk(input: string | URL | Request): Promise<Response> | undefined {
  const address = input instanceof Request ? input.url : String(input);
  if (!address.startsWith('file:')) return undefined;
  const path = fileURLToPath(address.replace(/[?#].*$/, ''));
  return Promise.resolve(
    existsSync(path)
      ? new Response(new Uint8Array(readFileSync(path)))
      : new Response('', { status: 404 }),
  );
}

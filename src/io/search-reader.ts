import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { EnvironmentError, systemCode } from './environment-error.ts';

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
  try {
    return await surrounded(() => ask(folder, query, limit));
  } catch (error) {
    if (systemCode(error)) throw EnvironmentError.from(error, 'The search index cannot be read');
    throw new EnvironmentError(`The search index in ${folder} is damaged. Run "fixlore build".`);
  }
}

/**
 * Runs Pagefind's script in surroundings that suit it: files are fetched from disk, what it would
 * print is kept from the terminal, and a failure that it lets fall to the ground is picked up.
 */
async function surrounded<Answer>(run: () => Promise<Answer>): Promise<Answer> {
  const { fetch } = globalThis;
  const { error, warn } = console;
  let isWhole = true;
  globalThis.fetch = async (input, init) => {
    const response = fromDisk(input) ?? (await fetch(input, init));
    isWhole &&= response.ok; // it takes a part that is missing for an empty one
    return response;
  };
  Object.assign(console, { error: () => undefined, warn: () => undefined });
  let drop: (reason: unknown) => void = () => undefined;
  const dropped = new Promise<never>((_, reject) => {
    drop = reject;
  });
  process.once('unhandledRejection', drop);
  try {
    const answer = await Promise.race([run(), dropped]);
    if (!isWhole) throw new Error('A part of the index is missing');
    return answer;
  } finally {
    process.off('unhandledRejection', drop);
    Object.assign(console, { error, warn });
    globalThis.fetch = fetch;
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

function fromDisk(input: string | URL | Request): Response | undefined {
  const address = input instanceof Request ? input.url : String(input);
  if (!address.startsWith('file:')) return undefined;
  const path = fileURLToPath(address.replace(/[?#].*$/, ''));
  return existsSync(path)
    ? new Response(new Uint8Array(readFileSync(path)))
    : new Response('', { status: 404 });
}

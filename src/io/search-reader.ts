import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { textIndexFolder, manifestPath, type IndexSource } from '#search/query/index-files.ts';
import { Searcher } from '#search/query/searcher.ts';
import { EnvironmentError, systemCode } from './environment-error.ts';

/** Opens the index of a site that was built some time ago, and says what is wrong with it if it cannot be used. */
export async function withSearcher<Result>(
  siteFolder: string,
  use: (searcher: Searcher) => Promise<Result>,
): Promise<Result> {
  if (!existsSync(join(siteFolder, manifestPath))) {
    throw new EnvironmentError(
      `There is no search index in ${siteFolder}. Run "fixlore build" first.`,
    );
  }
  try {
    return await use(await openSearcher(siteFolder));
  } catch (error) {
    const code = systemCode(error);
    if (code && code !== 'ENOENT') {
      throw EnvironmentError.from(error, 'The search index cannot be read');
    }
    throw new EnvironmentError(
      `The search index in ${siteFolder} is damaged or of another version. Run "fixlore build".`,
    );
  }
}

/** Opens the index of a site that was just built. */
export function openSearcher(siteFolder: string, remember?: number): Promise<Searcher> {
  return Searcher.open(diskSource(siteFolder), { remember });
}

/** Reads the files of an index from disk. */
export function diskSource(siteFolder: string): IndexSource {
  return {
    read: async (path) => {
      const content = readFileSync(join(siteFolder, path));
      return isCompressed(content) ? gunzipSync(content) : content;
    },
    pagesWith: (phrase) => pagesWith(join(siteFolder, textIndexFolder), phrase),
  };
}

function isCompressed(content: Uint8Array): boolean {
  return content[0] === 0x1f && content[1] === 0x8b;
}

/** Asks Pagefind's own JavaScript, which reads its index from disk here. */
async function pagesWith(folder: string, phrase: string): Promise<string[]> {
  return surrounded(async () => {
    const pagefind = await instance(folder);
    try {
      const { results } = await pagefind.search(`"${phrase}"`);
      return results.map(({ id }) => id);
    } finally {
      await pagefind.destroy();
    }
  });
}

let lastTurn: Promise<unknown> = Promise.resolve();

/** One after the other, since the surroundings are those of the whole process. */
function surrounded<Answer>(run: () => Promise<Answer>): Promise<Answer> {
  const turn = lastTurn.then(() => alone(run));
  lastTurn = turn.catch(() => undefined);
  return turn;
}

/**
 * Runs Pagefind's script in surroundings that suit it: files are fetched from disk, what it would
 * print is kept from the terminal, and a failure that it lets fall to the ground is picked up.
 */
async function alone<Answer>(run: () => Promise<Answer>): Promise<Answer> {
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

interface PagefindInstance {
  search: (query: string) => Promise<{ results: { id: string }[] }>;
  destroy: () => Promise<void>;
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

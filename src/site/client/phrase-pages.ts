import { textIndexFolder } from '#search/query/index-files.ts';

/** The part of Pagefind's browser API that finds phrases. */
interface Pagefind {
  options: (options: { baseUrl?: string; noWorker?: boolean }) => Promise<void>;
  init: () => Promise<void>;
  search: (query: string) => Promise<{ results: { id: string }[] }>;
}

let loaded: { siteHref: string; pagefind: Promise<Pagefind> } | undefined;

/** The names of the pages that hold exactly these words, which only the full-text index knows. */
export async function pagesWith(siteHref: string, phrase: string): Promise<string[]> {
  if (loaded?.siteHref !== siteHref) loaded = { siteHref, pagefind: load(siteHref) };
  const { pagefind } = loaded;
  pagefind.catch(() => {
    loaded = undefined;
  });
  const hasLost = watchedRequests();
  const { results } = await (await pagefind).search(`"${phrase.replaceAll('"', ' ')}"`);
  if (hasLost()) throw new Error('A part of the index did not arrive');
  return results.map(({ id }) => id);
}

async function load(siteHref: string): Promise<Pagefind> {
  const address = new URL(`${siteHref}${textIndexFolder}pagefind.js`, location.href).href;
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
  // Addresses in the index carry the base. In a worker its requests could not be watched.
  await pagefind.options({ baseUrl: '/', noWorker: true });
  await pagefind.init();
  return pagefind;
}

let lost = 0;
let isWatching = false;

/**
 * Pagefind takes a part of its index that did not arrive for an empty one, and answers that there is
 * nothing. Whoever asked must not believe that, so its requests are watched.
 */
function watchedRequests(): () => boolean {
  const before = lost;
  if (!isWatching) {
    isWatching = true;
    const { fetch } = globalThis;
    globalThis.fetch = async (...call) => {
      const response = await fetch(...call).catch((error: unknown) => {
        lost += 1;
        throw error;
      });
      if (!response.ok) lost += 1;
      return response;
    };
  }
  return () => lost > before;
}

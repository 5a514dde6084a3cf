/** The part of Pagefind's browser API that the search page uses. */
export interface Pagefind {
  options: (options: {
    excerptLength?: number;
    baseUrl?: string;
    noWorker?: boolean;
  }) => Promise<void>;
  init: () => Promise<void>;
  filters: () => Promise<FilterCounts>;
  search: (query: string | null, options?: { filters?: Filters }) => Promise<SearchAnswer>;
}

export type Filters = Record<string, string | string[] | { any: string[] }>;
export type FilterCounts = Record<string, Record<string, number>>;

export interface SearchAnswer {
  results: { id: string; data: () => Promise<ResultData> }[];
  filters: FilterCounts;
  totalFilters: FilterCounts;
}

export interface ResultData {
  url: string;
  excerpt: string;
  meta: Record<string, string | undefined>;
  sub_results: { title: string; url: string; excerpt: string; anchor?: { id: string } }[];
}

/** Loads the index; the first use of the search box does it, not the page. */
export async function loadPagefind(indexHref: string): Promise<Pick<Pagefind, 'search'>> {
  const address = new URL(`${indexHref}pagefind.js`, location.href).href;
  const hasLost = watchRequests();
  if (await isEmpty(indexHref)) return { search: () => Promise.resolve(nothing) };
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
  // Addresses in the index carry the base. In a worker its requests could not be watched.
  await pagefind.options({ excerptLength: 28, baseUrl: '/', noWorker: true });
  await pagefind.init();
  await pagefind.filters(); // counts come with an answer only once the filters are loaded
  return {
    search: async (query, options) => {
      const answer = await pagefind.search(query, options);
      if (hasLost()) throw new Error('A part of the index did not arrive');
      return answer;
    },
  };
}

const nothing: SearchAnswer = { results: [], filters: {}, totalFilters: {} };

/** Whether it is the index of a knowledge base without records, which Pagefind takes for a broken one. */
async function isEmpty(indexHref: string): Promise<boolean> {
  const response = await fetch(`${indexHref}pagefind-entry.json`);
  const { languages } = (await response.json()) as { languages: Record<string, unknown> };
  return Object.keys(languages).length === 0;
}

/**
 * Pagefind takes a part of its index that did not arrive for an empty one, and answers that there is
 * nothing. Whoever asked must not believe that, so its requests are watched.
 */
function watchRequests(): () => boolean {
  const original = globalThis.fetch;
  let hasLost = false;
  globalThis.fetch = async (...call) => {
    const response = await original(...call).catch((error: unknown) => {
      hasLost = true;
      throw error;
    });
    hasLost ||= !response.ok;
    return response;
  };
  return () => hasLost;
}

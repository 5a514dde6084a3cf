/** The part of Pagefind's browser API that the search page uses. */
export interface Pagefind {
  options: (options: { excerptLength?: number; baseUrl?: string }) => Promise<void>;
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
export async function loadPagefind(indexHref: string): Promise<Pagefind> {
  const address = new URL(`${indexHref}pagefind.js`, location.href).href;
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
  await pagefind.options({ excerptLength: 28, baseUrl: '/' }); // addresses in the index carry the base
  await pagefind.init();
  await pagefind.filters(); // counts come with an answer only once the filters are loaded
  return pagefind;
}

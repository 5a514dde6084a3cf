import { manifestPath } from '#search/query/index-files.ts';
import type { Searcher } from '#search/query/searcher.ts';
import { fetchedIndex, Unreachable, unreachable } from './fetched-index.ts';

/** The search of a site, which is loaded when it is used for the first time. */
export class SearchEngine {
  readonly #siteHref: string;
  #searcher: Promise<Searcher> | undefined;

  constructor(siteHref: string) {
    this.#siteHref = siteHref;
  }

  load(): Promise<Searcher> {
    return (this.#searcher ??= opened(this.#siteHref));
  }

  /** After a failure: whatever was damaged or out of date is read afresh. */
  forget(): void {
    this.#searcher = undefined;
  }
}

/** The index begins to arrive while the program that reads it does. */
async function opened(siteHref: string): Promise<Searcher> {
  const source = fetchedIndex(siteHref);
  const manifest = source.read(manifestPath);
  manifest.catch(() => undefined); // it is awaited below, but perhaps too late for the browser
  const { Searcher } = await import('#search/query/searcher.ts').catch(unreachable);
  const read = (path: string) => (path === manifestPath ? manifest : source.read(path));
  return Searcher.open({ ...source, read });
}

/** What went wrong, and what to do about it. */
export function troubleText(error: unknown): string {
  return error instanceof Unreachable
    ? 'The search cannot be reached at the moment. Check your connection and try again.'
    : 'The search index of this site is missing or damaged. Reload the page; if that changes nothing, tell whoever looks after this site that it needs to be built and published again.';
}

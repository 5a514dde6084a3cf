import { pageAddress } from '#views/page.ts';
import type { RowPlace } from './narrowing.ts';

/** The rows of the plain lists, each page of which is fetched once. */
export class RowPages {
  readonly #pages = new Map<string, Promise<Element[]>>();

  /** Copies of the rows at these places of the list at `href`. */
  async rows(href: string, places: readonly RowPlace[]): Promise<Node[]> {
    const at = pageAddress(href);
    const found = await Promise.all(
      places.map(async ({ page, row }) => (await this.#page(at(page + 1)))[row]),
    );
    return found.flatMap((row) => (row ? [document.importNode(row, true)] : []));
  }

  #page(address: string): Promise<Element[]> {
    const known = this.#pages.get(address);
    if (known) return known;
    const page = rowsOf(address);
    this.#pages.set(address, page);
    page.catch(() => this.#pages.delete(address)); // the next try may go well
    return page;
  }
}

async function rowsOf(address: string): Promise<Element[]> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  return [...page.querySelectorAll('[data-list] > .rows > li')];
}

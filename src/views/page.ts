/**
 * A page as a view makes it: its place in the route, and the model that it shows. A page is a pure
 * function of its model, so a digest of the model tells whether it must be rendered again. Where there
 * are as many pages as records, a model is made anew each time it is asked for, and none is kept.
 */
export interface Page<Model> {
  params: Record<string, string | undefined>;
  readonly model: Model;
}

/** Cuts a list into pages; there is always a first one. Pages count from 1. */
export function paginated<Item>(items: readonly Item[], size: number): Item[][] {
  const pages: Item[][] = [];
  for (let from = 0; from < items.length; from += size) pages.push(items.slice(from, from + size));
  return pages.length > 0 ? pages : [[]];
}

/** Where the neighbours of one page of a list are. Numbers count from 1. */
export interface PageLinks {
  number: number;
  count: number;
  previousHref?: string;
  nextHref?: string;
}

/** `index` counts from 0; the first page is at `href` itself. */
export function pageLinks(href: string, index: number, count: number): PageLinks {
  const at = (number: number) => (number === 1 ? href : `${href}page/${number}/`);
  return {
    number: index + 1,
    count,
    previousHref: index > 0 ? at(index) : undefined,
    nextHref: index + 1 < count ? at(index + 2) : undefined,
  };
}

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

/** Where the other pages of a list are. Numbers count from 1. */
export interface PageLinks {
  number: number;
  count: number;
  previousHref?: string;
  nextHref?: string;
  /** The first, the last and those around this one, in order. */
  near: { number: number; href: string; isAfterGap: boolean }[];
}

/** Where each page of a list is by its number; the first is at `href` itself. */
export function pageAddress(href: string): (number: number) => string {
  return (number) => (number === 1 ? href : `${href}page/${number}/`);
}

/** `index` counts from 0, as positions do; `at` takes a number. */
export function pageLinks(at: (number: number) => string, index: number, count: number): PageLinks {
  const number = index + 1;
  const near = new Set([1, number - 1, number, number + 1, count]);
  return {
    number,
    count,
    previousHref: index > 0 ? at(index) : undefined,
    nextHref: number < count ? at(number + 1) : undefined,
    near: [...near]
      .filter((page) => page >= 1 && page <= count)
      .map((page, position, all) => ({
        number: page,
        href: at(page),
        isAfterGap: position > 0 && all[position - 1] !== page - 1,
      })),
  };
}

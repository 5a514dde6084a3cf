import type { Facets } from './facets-file.ts';

/** The values chosen of each facet. Values of one facet widen each other, facets narrow each other. */
export type Chosen = Record<string, readonly string[]>;

/** How many pages there are of each value of each facet. */
export type FacetCounts = Record<string, Record<string, number>>;

export function isChosen(facets: Facets, page: number, chosen: Chosen, but?: string): boolean {
  return Object.entries(chosen).every(([name, wanted]) => {
    if (name === but || wanted.length === 0) return true;
    const facet = Object.hasOwn(facets, name) ? facets[name] : undefined;
    return facet?.pages[page]?.some((value) => wanted.includes(facet.values[value]!)) ?? false;
  });
}

/** Counts of a facet leave its own choice aside: they say what choosing another value would give. */
export function facetCounts(facets: Facets, pages: readonly number[], chosen: Chosen): FacetCounts {
  return Object.fromEntries(
    Object.entries(facets).map(([name, facet]) => {
      const counts: Record<string, number> = Object.fromEntries(
        facet.values.map((value) => [value, 0]),
      );
      for (const page of pages) {
        if (!isChosen(facets, page, chosen, name)) continue;
        for (const value of facet.pages[page] ?? []) counts[facet.values[value]!]! += 1;
      }
      return [name, counts];
    }),
  );
}

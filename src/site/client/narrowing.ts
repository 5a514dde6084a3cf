import type { FacetTable } from '#views/internal/facet-table.ts';
import type { FacetName } from '#views/internal/incident-facets.ts';

/* Which incidents have all the chosen values, how many others there would be, and where their rows stand. */

/** The chosen value of each facet. */
export type Choice = ReadonlyMap<string, string>;

/** The positions of the incidents that have every chosen value, in the order of the list. */
export function narrowed(table: FacetTable, choice: Choice): number[] {
  const asked = askedOf(table, choice);
  return [...Array(table.count).keys()].filter((at) =>
    asked.every(({ of, position }) => of[at] === position),
  );
}

/**
 * How many incidents each value would leave, by facet and value: those that have it and every chosen
 * value of the other facets.
 */
export function countsBeside(table: FacetTable, choice: Choice): Map<string, Map<string, number>> {
  return new Map(
    Object.entries(table.facets).map(([name, { values, of }]) => {
      const others = new Map([...choice].filter(([facet]) => facet !== name));
      const counts = values.map(() => 0);
      for (const at of narrowed(table, others)) {
        const position = of[at] ?? -1;
        if (position >= 0) counts[position] = (counts[position] ?? 0) + 1;
      }
      return [name, new Map(values.map((value, position) => [value, counts[position] ?? 0]))];
    }),
  );
}

/** Where a row is found: on a page of the plain list of one value. Page and row count from 0. */
export interface RowPlace {
  page: number;
  row: number;
}

/**
 * The plain list that needs the fewest pages to show these incidents, which is that of the rarest chosen
 * value, and the place of each in it.
 */
export function rowPlaces(
  table: FacetTable,
  choice: Choice,
  positions: readonly number[],
): { facet: string; value: string; places: RowPlace[] } | undefined {
  const lists = [...choice].map(([facet, value]) => ({
    facet,
    value,
    listed: narrowed(table, new Map([[facet, value]])),
  }));
  const [shortest] = lists.sort((a, b) => a.listed.length - b.listed.length);
  if (!shortest) return undefined;
  const { facet, value, listed } = shortest;
  const indexes = new Map(listed.map((position, index) => [position, index]));
  const places = positions.map((position) => {
    const index = indexes.get(position) ?? 0;
    return { page: Math.floor(index / table.rowsPerPage), row: index % table.rowsPerPage };
  });
  return { facet, value, places };
}

/** A value that no incident has is at -2, where none is. */
function askedOf({ facets }: FacetTable, choice: Choice): { of: number[]; position: number }[] {
  return [...choice].map(([facet, value]) => {
    const { values, of } = facets[facet as FacetName];
    const position = values.indexOf(value);
    return { of, position: position === -1 ? -2 : position };
  });
}

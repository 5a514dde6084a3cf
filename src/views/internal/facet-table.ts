import type { Site } from '#model/site.ts';
import { facetNames, facetValues, type FacetName } from './incident-facets.ts';
import { rowsPerPage } from './incident-list.ts';

/**
 * Which incident has which values: what a script needs to combine facets. It holds no rows; those stand on
 * the plain list of each value, in the same order.
 */
export interface FacetTable {
  /** How many incidents there are. */
  count: number;
  /** How many rows a page of a plain list has. */
  rowsPerPage: number;
  facets: Record<FacetName, FacetColumn>;
}

/** For each incident, in the order of the list, the position of its value; -1 if it has none. */
export interface FacetColumn {
  values: string[];
  of: number[];
}

export function facetTable({ incidents }: Site): FacetTable {
  const rows = incidents.map(facetValues);
  const columns = facetNames.map((name) => [name, columnOf(rows.map((row) => row[name]))] as const);
  return {
    count: incidents.length,
    rowsPerPage,
    facets: Object.fromEntries(columns) as Record<FacetName, FacetColumn>, // one for each name
  };
}

function columnOf(written: readonly (string | undefined)[]): FacetColumn {
  const positions = new Map<string, number>();
  const of = written.map((value) => {
    if (value === undefined) return -1;
    const position = positions.get(value) ?? positions.size;
    positions.set(value, position);
    return position;
  });
  return { values: [...positions.keys()], of };
}

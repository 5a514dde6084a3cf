import { ByteReader, type ByteWriter } from './bytes.ts';

/** For each facet its values, and for each page the positions of its own among them. */
export type Facets = Record<string, { values: string[]; pages: number[][] }>;

/*
 * Most pages have one value of a facet: that is its position plus `single`. Anything else is announced: none,
 * or several, which are then counted.
 */
const none = 0;
const several = 1;
const single = 2;

export function writeFacets(writer: ByteWriter, facets: Facets, pages: number): void {
  writer.number(Object.keys(facets).length);
  writer.number(pages);
  for (const [name, facet] of Object.entries(facets)) {
    writer.text(name);
    writer.number(facet.values.length);
    for (const value of facet.values) writer.text(value);
    for (const positions of facet.pages) {
      if (positions.length === 0) writer.number(none);
      else if (positions.length === 1) writer.number(positions[0]! + single);
      else {
        writer.number(several);
        writer.number(positions.length);
        for (const position of positions) writer.number(position);
      }
    }
  }
}

/** Throws if there is less than was promised. */
export function readFacets(bytes: Uint8Array): Facets {
  const reader = new ByteReader(bytes);
  const facets = reader.number();
  const pages = reader.number();
  return Object.fromEntries(
    repeated(facets, () => {
      const name = reader.text();
      const values = repeated(reader.number(), () => reader.text());
      return [name, { values, pages: repeated(pages, () => positionsIn(reader)) }];
    }),
  );
}

function positionsIn(reader: ByteReader): number[] {
  const first = reader.number();
  if (first === none) return [];
  if (first >= single) return [first - single];
  return repeated(reader.number(), () => reader.number());
}

function repeated<Item>(times: number, make: () => Item): Item[] {
  const items: Item[] = [];
  for (let count = 0; count < times; count += 1) items.push(make());
  return items;
}

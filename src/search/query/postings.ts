import { ByteReader, type ByteWriter } from './bytes.ts';

/** The pages on which a term stands, ascending, and how much it counts there: 1 to 255. */
export interface Postings {
  pages: Uint32Array;
  impacts: Uint8Array;
}

/** One entry of a terms file. The terms of a file ascend and share their beginnings. */
export function writePostings(
  writer: ByteWriter,
  term: string,
  previous: string,
  { pages, impacts }: Postings,
): void {
  const shared = sharedLength(term, previous);
  writer.number(shared);
  writer.text(term.slice(shared));
  writer.number(pages.length);
  let last = -1;
  for (const [index, page] of pages.entries()) {
    writer.number(page - last - 1);
    writer.byte(impacts[index]!);
    last = page;
  }
}

/** All entries of a terms file, ascending. */
export function readPostings(bytes: Uint8Array): Map<string, Postings> {
  const reader = new ByteReader(bytes);
  const entries = new Map<string, Postings>();
  let term = '';
  while (!reader.isAtEnd) {
    term = term.slice(0, reader.number()) + reader.text();
    const count = reader.number();
    const pages = new Uint32Array(count);
    const impacts = new Uint8Array(count);
    let last = -1;
    for (let index = 0; index < count; index += 1) {
      last += reader.number() + 1;
      pages[index] = last;
      impacts[index] = reader.byte();
    }
    entries.set(term, { pages, impacts });
  }
  return entries;
}

/** How many code units two texts have in common at their beginning; never half a character. */
export function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return /[\uD800-\uDBFF]/.test(a[length - 1] ?? '') ? length - 1 : length;
}

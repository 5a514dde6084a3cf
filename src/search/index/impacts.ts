import { fieldNames, fields, saturation } from '../fields.ts';
import type { Postings } from '../query/postings.ts';
import type { IndexEntry } from './entry.ts';

/**
 * For each term the pages on which it stands and how much it counts there, ascending by term.
 *
 * With c the count in a field, w the field's weight, b how much its length matters and l its length in
 * relation to the average of the field where it has any: x = Σ w·c / (1 − b + b·l), and the impact is
 * x / (x + k), from 0 to 1, rounded up to 255ths. How rare the term is comes in when a question is asked.
 */
export function postingsOf(entries: readonly IndexEntry[]): [string, Postings][] {
  const averages = averageLengths(entries);
  const found = new Map<string, { pages: number[]; impacts: number[] }>();
  for (const [page, { counts, lengths }] of entries.entries()) {
    const shares = fieldNames.map((name, position) => {
      const { weight, lengthMatters } = fields[name];
      const length = lengths[position]! / (averages[position]! || 1);
      return weight / (1 - lengthMatters + lengthMatters * length);
    });
    for (const [term, inFields] of counts) {
      let sum = 0;
      for (const [position, count] of inFields.entries()) sum += count * shares[position]!;
      let list = found.get(term);
      if (!list) found.set(term, (list = { pages: [], impacts: [] }));
      list.pages.push(page);
      list.impacts.push(Math.ceil((255 * sum) / (sum + saturation)));
    }
  }
  return [...found]
    .map(([term, { pages, impacts }]): [string, Postings] => [
      term,
      { pages: Uint32Array.from(pages), impacts: Uint8Array.from(impacts) },
    ])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function averageLengths(entries: readonly IndexEntry[]): number[] {
  return fieldNames.map((_, position) => {
    let sum = 0;
    let count = 0;
    for (const { lengths } of entries) {
      sum += lengths[position]!;
      if (lengths[position]! > 0) count += 1;
    }
    return count > 0 ? sum / count : 0;
  });
}

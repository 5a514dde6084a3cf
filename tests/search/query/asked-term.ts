import type { AskedTerm } from '#search/query/asked-terms.ts';
import type { Postings } from '#search/query/postings.ts';

/** A term of a question as plain data; `on` has the pages on which it stands, with its impacts. */
export function askedTerm(
  term: string,
  { on, ...given }: Partial<AskedTerm> & { on?: Record<number, number> } = {},
): AskedTerm {
  return {
    ...{ term, typed: term, how: 'exact', weight: 1, rarity: 1 },
    ...(on && { postings: postingsOf(on) }),
    ...given,
  };
}

function postingsOf(on: Record<number, number>): Postings {
  return {
    pages: Uint32Array.from(Object.keys(on), Number),
    impacts: Uint8Array.from(Object.values(on)),
  };
}

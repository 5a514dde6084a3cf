/**
 * A search that found no answer, as it is passed on by those who choose to: the one shape of the feedback
 * endpoint, of mails and of issues. There is nothing in it about who asked.
 */
export interface UnansweredSearch {
  query: string;
  /** The name of the product that was chosen, if one was. */
  product?: string;
  /** How many pages were shown although they do not answer it. */
  count: number;
  /** The day: 2026-11-21. */
  date: string;
}

const longestQuery = 300;

/** Addresses that people can be reached at are taken out of the question. */
export function unansweredSearch(asked: UnansweredSearch): UnansweredSearch {
  const { query, product, count, date } = asked;
  const said = query
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .replaceAll(/[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+/g, '[address]')
    .replaceAll(/\+?\d[\d ()/-]{7,}\d/g, '[number]')
    .trim();
  return { query: said.slice(0, longestQuery), ...(product && { product }), count, date };
}

/** One field in a line, as it stands in a mail or an issue. */
export function unansweredText(asked: UnansweredSearch): string {
  return Object.entries(asked)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('');
}

import type { Chosen } from '#search/query/facet-counts.ts';

/** What is asked: the words, and the values chosen for each facet. */
export interface Question {
  words: string;
  chosen: Chosen;
  /** The words are meant as they are typed. */
  isLiteral: boolean;
}

/** Of a pasted text the beginning is enough to search with; hosts refuse addresses that are much longer. */
const mostCharacters = 2000;
const longestAddress = 6000;

/** The question in the query of an address. */
export function questionIn(search: string): Question {
  const parameters = new URLSearchParams(search);
  const words = fitting(parameters.get('q') ?? '');
  const isLiteral = parameters.get(literal) === '1';
  const isFacet = (name: string) => name !== 'q' && name !== literal && isFacetName.test(name);
  const names = [...parameters.keys()].filter(isFacet);
  const chosen = Object.fromEntries(names.map((name) => [name, parameters.getAll(name)]));
  return { words, chosen, isLiteral };
}

const literal = 'exact';
const isFacetName = /^[a-z][a-z_]*$/;

/** The query that holds a question, with its question mark; empty if nothing is asked. */
export function addressOf({ words, chosen, isLiteral }: Question): string {
  const parameters = new URLSearchParams(words === '' ? {} : { q: fitting(words) });
  if (isLiteral && words !== '') parameters.set(literal, '1');
  for (const [name, values] of Object.entries(chosen)) {
    for (const value of values) parameters.append(name, value);
  }
  return parameters.size > 0 ? `?${parameters}` : '';
}

/** A question that nothing narrows down. */
export function plainQuestion(words: string): Question {
  return { words, chosen: {}, isLiteral: false };
}

/** As much of a text as an address can carry. */
function fitting(text: string): string {
  let words = text.slice(0, mostCharacters).toWellFormed();
  while (encodeURIComponent(words).length > longestAddress) {
    words = words.slice(0, Math.floor(words.length * 0.8)).toWellFormed();
  }
  return words;
}

/** Whether the last word may not be finished yet. */
export function isWordOpen(text: string): boolean {
  return /[\p{L}\p{N}\p{M}]$/u.test(text);
}

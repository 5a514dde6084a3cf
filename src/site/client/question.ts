import type { Chosen } from './facets.ts';

/** What is asked: the words, and the values chosen for each facet. */
export interface Question {
  words: string;
  chosen: Chosen;
}

/** Longer questions are pasted texts; their beginning is enough to search with. */
const mostCharacters = 1000;

/** The question in the query of an address. */
export function questionIn(search: string): Question {
  const parameters = new URLSearchParams(search);
  const words = parameters.get('q')?.slice(0, mostCharacters) ?? '';
  parameters.delete('q');
  const chosen: Chosen = {};
  for (const [name, value] of parameters) (chosen[name] ??= []).push(value);
  return { words, chosen };
}

/** The query that holds a question, with its question mark; empty if nothing is asked. */
export function addressOf({ words, chosen }: Question): string {
  const parameters = new URLSearchParams(words === '' ? {} : { q: words });
  for (const [name, values] of Object.entries(chosen)) {
    for (const value of values) parameters.append(name, value);
  }
  return parameters.size > 0 ? `?${parameters}` : '';
}

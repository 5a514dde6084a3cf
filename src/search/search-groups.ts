import { languageOf, type Language } from './query/language.ts';
import { tokensOf, type Token } from './query/tokens.ts';
import type { LoggedSearch } from './search-log.ts';

/** Searches for the same, however they were worded. */
export interface SearchGroup {
  /** How often it was searched for. */
  asked: number;
  /** How often not a single page was found; undefined if nobody said. */
  foundNothing?: number;
  /** The different wordings, the most frequent first. */
  wordings: string[];
  /** The products that were chosen, the most frequent first. */
  products: string[];
  /** The last day on which it was searched for. */
  last?: string;
}

/**
 * Searches with the same words, in any order and form, taken together; what was asked most often is first, and
 * of that what was asked last. `language` is that of searches that do not name theirs.
 */
export async function searchGroups(
  searches: readonly LoggedSearch[],
  language: string,
): Promise<SearchGroup[]> {
  const byTerms = new Map<string, LoggedSearch[]>();
  const languages = new Map<string, Language>();
  for (const search of searches) {
    const tag = search.language ?? language;
    const spoken = languages.get(tag) ?? (await languageOf(tag));
    languages.set(tag, spoken);
    const terms = termsOf(search.query, spoken);
    const group = byTerms.get(terms);
    if (group) group.push(search);
    else byTerms.set(terms, [search]);
  }
  return [...byTerms.values()]
    .map(groupOf)
    .sort(
      (a, b) =>
        b.asked - a.asked ||
        inOrder(b.last ?? '', a.last ?? '') ||
        inOrder(a.wordings[0] ?? '', b.wordings[0] ?? ''),
    );
}

function groupOf(searches: readonly LoggedSearch[]): SearchGroup {
  const counts = searches.flatMap(({ count }) => count ?? []);
  const last = searches
    .flatMap(({ date }) => date ?? [])
    .sort()
    .at(-1);
  return {
    asked: searches.length,
    ...(counts.length > 0 && { foundNothing: counts.filter((count) => count === 0).length }),
    wordings: byFrequency(searches.map(({ query }) => query.replaceAll(/\s+/g, ' '))),
    products: byFrequency(searches.flatMap(({ product }) => product ?? [])),
    ...(last && { last }),
  };
}

/** What tells a question from others; all of its words if it has nothing else, and its signs if no words. */
function termsOf(query: string, language: Language): string {
  const tokens = tokensOf(query, language).filter(({ whole }) => !whole);
  const telling = tokens.filter(isTelling);
  const terms = new Set((telling.length > 0 ? telling : tokens).map(({ term }) => term));
  return terms.size > 0 ? [...terms].sort().join(' ') : query;
}

/** "Error 500" is not "error 404", but times and ids in a pasted line are another each time. */
function isTelling({ kind, term }: Token): boolean {
  if (kind === 'number') return /^\d{1,5}$/.test(term);
  if (kind === 'code') return !/\d/.test(term) || term.length <= 16;
  return kind === 'word' && !/^[a-z]$/.test(term);
}

/** Each once, the most frequent first, then in the order of their first appearance. */
function byFrequency(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([text]) => text);
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

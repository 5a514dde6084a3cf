import type { SearchDocument } from './document.ts';

type Part = SearchDocument['parts'][number];

export function partsOf(field: Part['field'], texts: readonly string[]): Part[] {
  return texts.map((text) => ({ field, text }));
}

/** Facts are short: all that are known make one line. */
export function factsPart(facts: readonly (string | undefined)[]): Part[] {
  const known = facts.filter(Boolean);
  return known.length > 0 ? partsOf('facts', [known.join('. ')]) : [];
}

/** An id or a slug as words. */
export function spaced(id: string): string {
  return id.replaceAll('-', ' ');
}

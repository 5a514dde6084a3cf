import type { IndexEntry } from './entry.ts';

/** Fewer pages than this say nothing about what two words have in common. */
const leastPages = 3;
/** How much two terms must go together: twice the pages with both, by the pages of the one plus the other. */
const leastTogether = 0.6;
const mostOfOne = 3;
const mostTerms = 400;

/**
 * Words that mean the same, learnt from how customers speak: a term of `symptoms` that stands on the pages
 * whose titles have another term, and hardly elsewhere, is taken for it. Together means a Dice coefficient
 * of at least 0.6 on at least three pages. What is `given` comes first, and goes both ways.
 */
export function synonymsOf(
  entries: readonly IndexEntry[],
  given: readonly (readonly string[])[],
): Record<string, string[]> {
  const synonyms = new Map<string, Set<string>>();
  const add = (from: string, to: string) => {
    const known = synonyms.get(from) ?? new Set();
    if (from !== to) synonyms.set(from, known.add(to));
  };
  for (const group of given) {
    for (const from of group) for (const to of group) add(from, to);
  }
  for (const { symptom, title } of learnt(entries)) {
    if ((synonyms.get(symptom)?.size ?? 0) < mostOfOne) add(symptom, title);
  }
  return Object.fromEntries(
    [...synonyms]
      .filter(([, others]) => others.size > 0)
      .map(([term, others]): [string, string[]] => [term, [...others]])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

interface Pair {
  symptom: string;
  title: string;
  together: number;
}

function learnt(entries: readonly IndexEntry[]): Pair[] {
  const withTitle = new Map<string, number>();
  const withSymptom = new Map<string, number>();
  const both = new Map<string, Map<string, number>>();
  for (const { titleTerms, symptomTerms } of entries) {
    for (const title of titleTerms) count(withTitle, title);
    for (const symptom of symptomTerms) {
      if (titleTerms.has(symptom)) continue;
      count(withSymptom, symptom);
      let titles = both.get(symptom);
      if (!titles) both.set(symptom, (titles = new Map()));
      for (const title of titleTerms) count(titles, title);
    }
  }
  const pairs: Pair[] = [];
  for (const [symptom, titles] of both) {
    for (const [title, pages] of titles) {
      const together = (2 * pages) / (withSymptom.get(symptom)! + withTitle.get(title)!);
      if (pages >= leastPages && together >= leastTogether)
        pairs.push({ symptom, title, together });
    }
  }
  return pairs
    .sort((a, b) => b.together - a.together || (a.symptom + a.title < b.symptom + b.title ? -1 : 1))
    .slice(0, mostTerms);
}

function count(counts: Map<string, number>, term: string): void {
  counts.set(term, (counts.get(term) ?? 0) + 1);
}

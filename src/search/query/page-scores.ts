import type { AskedTerm } from './asked-terms.ts';

/** A page with the sum of what the terms say about it. */
export interface ScoredPage {
  page: number;
  score: number;
}

/**
 * The pages on which any of the terms stands, best first; ties in their order. What has less than
 * `leastShare` of the best one's score is left out. A term adds its weight times
 * its rarity times its impact on the page; words that one typed word stands for do not add up, the
 * strongest counts.
 */
export function scoredPages(
  terms: readonly AskedTerm[],
  pages: number,
  leastShare: number,
): ScoredPage[] {
  const sums = new Float64Array(pages);
  for (const alternatives of byTyped(terms)) {
    if (alternatives.length === 1) addTerm(sums, alternatives[0]!);
    else addStrongest(sums, alternatives);
  }
  const found: ScoredPage[] = [];
  let best = 0;
  for (let page = 0; page < pages; page += 1) best = Math.max(best, sums[page]!);
  for (let page = 0; page < pages; page += 1) {
    const score = sums[page]!;
    if (score > 0 && score >= best * leastShare) found.push({ page, score });
  }
  return found.sort((a, b) => b.score - a.score || a.page - b.page);
}

/** What the whole question would add up to on a page that says nothing else. */
export function fullScore(terms: readonly AskedTerm[]): number {
  return byTyped(terms).reduce(
    (sum, alternatives) =>
      sum + Math.max(...alternatives.map(({ weight, rarity }) => weight * rarity)),
    0,
  );
}

function byTyped(terms: readonly AskedTerm[]): AskedTerm[][] {
  const groups = new Map<string, AskedTerm[]>();
  for (const term of terms) {
    const group = groups.get(term.typed);
    if (group) group.push(term);
    else groups.set(term.typed, [term]);
  }
  return [...groups.values()];
}

function addTerm(sums: Float64Array, { weight, rarity, postings }: AskedTerm): void {
  if (!postings) return;
  const each = (weight * rarity) / 255;
  const { pages, impacts } = postings;
  for (let index = 0; index < pages.length; index += 1) {
    sums[pages[index]!]! += each * impacts[index]!;
  }
}

function addStrongest(sums: Float64Array, alternatives: readonly AskedTerm[]): void {
  const strongest = new Map<number, number>();
  for (const { weight, rarity, postings } of alternatives) {
    if (!postings) continue;
    for (const [index, page] of postings.pages.entries()) {
      const score = (weight * rarity * postings.impacts[index]!) / 255;
      if (score > (strongest.get(page) ?? 0)) strongest.set(page, score);
    }
  }
  for (const [page, score] of strongest) sums[page]! += score;
}

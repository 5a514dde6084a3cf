/** Texts that share rare words, found without comparing every pair. */
export interface TermIndex {
  /** How rare a term is: ln(1 + N / n) for a term in n of N texts. 0 if no text has it. */
  rarity: (term: string) => number;
  /**
   * How alike two texts are, by position: the cosine of their vectors, whose entries are the rarities of
   * the words they hold, from 0 (nothing shared) to 1 (the same words). 0 if one of them is empty.
   */
  cosine: (a: number, b: number) => number;
  /**
   * The texts most like one of them with their cosine, in no order: at most 40, chosen by the words they
   * share that no more than 120 texts have. A word that more texts have finds nobody.
   */
  similarTo: (position: number) => Map<number, number>;
}

/** Words of more texts say too little, and following them would compare every pair. */
const commonest = 120;
const mostCompared = 40;

/** Indexes the words of texts, each text a list of different words. */
export function termIndex(texts: readonly (readonly string[])[]): TermIndex {
  const postings = postingsOf(texts);
  const rarity = (term: string) => {
    const count = postings.get(term)?.length;
    return count ? Math.log(1 + texts.length / count) : 0;
  };
  const sets = texts.map((words) => new Set(words));
  const lengths = texts.map((words) => Math.hypot(...words.map(rarity)));
  const cosine = (a: number, b: number) => {
    if (!lengths[a] || !lengths[b]) return 0;
    let product = 0;
    for (const word of texts[a] ?? []) if (sets[b]?.has(word)) product += rarity(word) ** 2;
    return product / (lengths[a] * lengths[b]);
  };
  return {
    rarity,
    cosine,
    similarTo: (position) => {
      const shared = sharedRarity(texts[position] ?? [], postings, rarity);
      shared.delete(position);
      const nearest = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, mostCompared);
      return new Map(nearest.map(([other]) => [other, cosine(position, other)]));
    },
  };
}

function postingsOf(texts: readonly (readonly string[])[]): Map<string, number[]> {
  const postings = new Map<string, number[]>();
  for (const [position, words] of texts.entries()) {
    for (const word of words) {
      const list = postings.get(word);
      if (list) list.push(position);
      else postings.set(word, [position]);
    }
  }
  return postings;
}

/** For every text that shares a rare word: the sum of the squared rarities of those words. */
function sharedRarity(
  words: readonly string[],
  postings: ReadonlyMap<string, number[]>,
  rarity: (term: string) => number,
): Map<number, number> {
  const sums = new Map<number, number>();
  for (const word of words) {
    const list = postings.get(word) ?? [];
    if (list.length > commonest) continue;
    const weight = rarity(word) ** 2;
    for (const other of list) sums.set(other, (sums.get(other) ?? 0) + weight);
  }
  return sums;
}

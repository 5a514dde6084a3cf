/** Texts that share rare words, found without comparing every pair. */
export interface TermIndex {
  /** How rare a term is: ln(1 + N / n) for a term in n of N texts. 0 if no text has it. */
  rarity: (term: string) => number;
  /**
   * How alike two texts are, by position: the cosine of their vectors, whose entries are the rarities of
   * the words they hold, from 0 (nothing shared) to 1 (the same words). 0 if one of them is empty. It is
   * the same number both ways round, and does not depend on the order of the words.
   */
  cosine: (a: number, b: number) => number;
  /**
   * The texts most like one of them with their cosine, in no order: at most 40, chosen by the words they
   * share that no more than `commonest` texts have. A word that more texts have finds nobody.
   */
  similarTo: (position: number) => Map<number, number>;
}

/** What more texts have in common says too little, and following it would compare every pair. */
export const commonest = 120;
const mostCompared = 40;

/** Indexes the words of texts, each text a list of different words. */
export function termIndex(texts: readonly (readonly string[])[]): TermIndex {
  const { numbers, vectors, postings } = numbered(texts);
  const rarities = postings.map(({ length }) => Math.log(1 + texts.length / length));
  const weights = Float64Array.from(rarities, (rarity) => rarity ** 2);
  const lengths = vectors.map((vector) => Math.sqrt(sumOf(vector, weights)));
  const sharedBy = sharedRarity(texts.length, postings, weights);
  const cosine = (a: number, b: number) => {
    const scale = (lengths[a] ?? 0) * (lengths[b] ?? 0);
    return scale === 0 ? 0 : Math.min(1, sharedSum(vectors[a]!, vectors[b]!, weights) / scale);
  };
  return {
    rarity: (term) => rarities[numbers.get(term) ?? -1] ?? 0,
    cosine,
    similarTo: (position) => {
      const { found, sums } = sharedBy(vectors[position] ?? []);
      const others = largest(found, sums, position);
      return new Map(others.map((other) => [other, cosine(position, other)]));
    },
  };
}

/** The numbers of the words of one text, ascending: what they sum up to depends on no other order. */
type Vector = readonly number[];

function numbered(texts: readonly (readonly string[])[]) {
  const numbers = new Map<string, number>();
  const postings: number[][] = [];
  const vectors = texts.map((words, position): Vector => {
    const vector = words.map((word) => {
      const known = numbers.get(word);
      if (known !== undefined) return known;
      numbers.set(word, postings.length);
      return postings.push([]) - 1;
    });
    for (const number of vector) postings[number]!.push(position);
    return vector.sort((a, b) => a - b);
  });
  return { numbers, vectors, postings };
}

function sumOf(vector: Vector, weights: Float64Array): number {
  let sum = 0;
  for (const number of vector) sum += weights[number]!;
  return sum;
}

/** The sum of the weights of what two ascending vectors share. */
function sharedSum(a: Vector, b: Vector, weights: Float64Array): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const difference = a[i]! - b[j]!;
    if (difference === 0) sum += weights[a[i]!]!;
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
  return sum;
}

/**
 * Finds the texts that share a word with a vector which is not too common, and sums up the weights of
 * those words for each. The sums are good until the next vector is asked for: one array serves them all.
 */
function sharedRarity(count: number, postings: readonly number[][], weights: Float64Array) {
  const sums = new Float64Array(count);
  let found: number[] = [];
  return (vector: Vector): { found: number[]; sums: Float64Array } => {
    for (const other of found) sums[other] = 0;
    found = [];
    for (const number of vector) {
      const list = postings[number]!;
      if (list.length > commonest) continue;
      for (const other of list) {
        if (sums[other] === 0) found.push(other);
        sums[other]! += weights[number]!;
      }
    }
    return { found, sums };
  };
}

/** Those with the largest sums, ties by position; a heap of numbers is not sorted for forty of them. */
function largest(found: readonly number[], sums: Float64Array, except: number): number[] {
  const chosen: number[] = [];
  for (const one of found) {
    if (one === except) continue;
    const sum = sums[one]!;
    let place = chosen.length;
    while (place > 0) {
      const before = chosen[place - 1]!;
      if (sums[before]! > sum || (sums[before] === sum && before < one)) break;
      place -= 1;
    }
    if (place >= mostCompared) continue;
    if (chosen.length === mostCompared) chosen.pop();
    chosen.splice(place, 0, one);
  }
  return chosen;
}

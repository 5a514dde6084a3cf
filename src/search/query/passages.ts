import type { AskedTerm } from './asked-terms.ts';
import type { Language } from './language.ts';
import { tokensOf } from './tokens.ts';

/** A sentence or a line of a page's text. */
export interface Passage {
  /** Its first and after its last character in the text. */
  start: number;
  end: number;
  /** Its terms, each once: stop words apart from the others. */
  terms: string[];
  stopTerms: string[];
}

/** A passage with how alike it is to a question, from 0 to 1. */
export interface ScoredPassage {
  passage: Passage;
  likeness: number;
}

/** Longer sentences are lists and logs; they are cut into pieces of this many words. */
const mostWords = 60;

/** The sentences of a text; what stands between two paragraphs ends one, too. */
export function passagesOf(text: string, language: Language): Passage[] {
  const passages: Passage[] = [];
  for (const { 0: sentence, index: start } of text.matchAll(sentences)) {
    const words = [...sentence.matchAll(/\S+/g)];
    for (let first = 0; first < words.length; first += mostWords) {
      const next = words[first + mostWords];
      const from = start + words[first]!.index;
      const to = start + (next?.index ?? sentence.length);
      passages.push({ start: from, end: to, ...termsOf(text.slice(from, to), language) });
    }
  }
  return passages;
}

const sentences = /\S(?:[^.?!。！？]|[.?!](?!\s|$))*(?:[.?!。！？]+|$)/gu;

function termsOf(text: string, language: Language): Pick<Passage, 'terms' | 'stopTerms'> {
  const terms = new Set<string>();
  const stopTerms = new Set<string>();
  for (const { term, kind } of tokensOf(text, language)) {
    (kind === 'stop' ? stopTerms : terms).add(term);
  }
  return { terms: [...terms], stopTerms: [...stopTerms] };
}

/**
 * How alike passages are to a question: the weight of what they share, in relation to the geometric mean of
 * what is asked and of what the passage says, each word by its rarity. Words that stand near each other
 * are in one sentence; a short sentence that says just what was asked is nearest. The nearest is first.
 */
export function scoredPassages(
  passages: readonly Passage[],
  terms: readonly AskedTerm[],
  { rarityOf, stopWeight }: { rarityOf: (term: string) => number; stopWeight: number },
): ScoredPassage[] {
  const asked = terms.reduce(
    (sum, term) =>
      term.how === 'exact' || term.how === 'corrected' ? sum + term.weight * term.rarity : sum,
    0,
  );
  const weights = new Map(terms.map(({ term, weight, rarity }) => [term, weight * rarity]));
  return passages
    .map((passage) => {
      let shared = 0;
      let said = 0;
      for (const term of passage.terms) {
        shared += weights.get(term) ?? 0;
        said += rarityOf(term);
      }
      for (const term of passage.stopTerms) {
        shared += weights.get(term) ?? 0;
        said += rarityOf(term) * stopWeight;
      }
      const likeness = shared > 0 ? Math.min(1, shared / Math.sqrt(asked * said || 1)) : 0;
      return { passage, likeness };
    })
    .sort((a, b) => b.likeness - a.likeness || a.passage.start - b.passage.start);
}

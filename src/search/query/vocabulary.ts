import { ByteReader, type ByteWriter } from './bytes.ts';
import { sharedLength } from './postings.ts';

/** A word as people write it, and on how many pages. */
export interface VocabularyWord {
  word: string;
  pages: number;
}

export function writeWord(writer: ByteWriter, previous: string, { word, pages }: VocabularyWord) {
  const shared = sharedLength(word, previous);
  writer.number(shared);
  writer.text(word.slice(shared));
  writer.number(pages);
}

export function readWords(bytes: Uint8Array): VocabularyWord[] {
  const reader = new ByteReader(bytes);
  const words: VocabularyWord[] = [];
  let word = '';
  while (!reader.isAtEnd) {
    word = word.slice(0, reader.number()) + reader.text();
    words.push({ word, pages: reader.number() });
  }
  return words;
}

/**
 * The word that was most likely meant: the nearest by `editDistance`, at most one edit in words of four to
 * seven letters and two in longer ones; among equals the most frequent, then the first in the alphabet.
 * Shorter words, and those with a digit, are not guessed at. In words of four letters none is taken for another
 * one: "cake" is not "came", though "caek" is "cake".
 */
export function nearestWord(typed: string, words: Iterable<VocabularyWord>): string | undefined {
  const most = editsAllowed(typed);
  let best: (VocabularyWord & { edits: number }) | undefined;
  for (const candidate of words) {
    if (Math.abs(candidate.word.length - typed.length) > most) continue;
    const edits = editDistance(typed, candidate.word, most);
    if (edits > most || isAnotherWord(typed, candidate.word)) continue;
    const isBetter =
      !best ||
      edits < best.edits ||
      (edits === best.edits && candidate.pages > best.pages) ||
      (edits === best.edits && candidate.pages === best.pages && candidate.word < best.word);
    if (isBetter) best = { ...candidate, edits };
  }
  return best?.word;
}

/** A short word of the same length with other letters, and not only with two swapped. */
function isAnotherWord(typed: string, word: string): boolean {
  if (typed.length > 4 || typed.length !== word.length) return false;
  return [...typed].sort().join('') !== [...word].sort().join('');
}

export function editsAllowed(word: string): number {
  if (word.length < 4 || /\p{N}/u.test(word)) return 0;
  return word.length < 8 ? 1 : 2;
}

/**
 * How many letters must be added, left out, replaced, or swapped with their neighbour to make one word of
 * the other: optimal string alignment (Boytsov 2011, “Indexing methods for approximate dictionary
 * searching”, 2.2). Counting stops above `most`.
 */
export function editDistance(a: string, b: string, most: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      let edits = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (isSame ? 0 : 1));
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) edits = Math.min(edits, beforeLast[j - 2]! + 1);
      row.push(edits);
    }
    if (Math.min(...row) > most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}

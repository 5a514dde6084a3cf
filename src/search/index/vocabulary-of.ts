import type { VocabularyWord } from '../query/vocabulary.ts';
import type { IndexEntry } from './entry.ts';

/**
 * The words that typing errors are corrected to, ascending: those of titles, symptoms, errors and facts, and
 * of the bodies those that stand on more than one page in 500, at least on two. Counted are the pages.
 */
export function vocabularyOf(entries: readonly IndexEntry[]): VocabularyWord[] {
  const pages = new Map<string, number>();
  const heads = new Set<string>();
  for (const { headWords, bodyWords } of entries) {
    for (const word of headWords) heads.add(word);
    for (const word of headWords.union(bodyWords)) pages.set(word, (pages.get(word) ?? 0) + 1);
  }
  const least = Math.max(2, entries.length / 500);
  return [...pages]
    .map(([word, count]) => ({ word, pages: count }))
    .filter(({ word, pages: count }) => word.length > 2 && (count >= least || heads.has(word)))
    .sort((a, b) => (a.word < b.word ? -1 : 1));
}

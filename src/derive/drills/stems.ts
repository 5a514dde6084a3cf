import { terms } from '../terms.ts';

const isAddress = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/**
 * The words of a text by what their forms have in common, so that "caching" meets "cache" and "restarted" meets
 * "restart". An IP address counts as the word "address", too: who reads one thinks of the other.
 */
export function stems(text: string): ReadonlySet<string> {
  return new Set(
    terms(text).flatMap((word) => (isAddress.test(word) ? [word, stem('address')] : [stem(word)])),
  );
}

/** How many words two texts share. */
export function sharedCount(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return a.intersection(b).size;
}

/** Without an ending, as long as four letters are left; words with digits are codes and stay. */
function stem(word: string): string {
  if (/[\d_.-]/.test(word)) return word;
  const short = word.replace(/(?<=.{4})(?:ations?|ions?|ing|ed|es|er|ment|ly)$/, '');
  return short.replace(/(?<=.{3})e$/, '').replace(/(?<=.{3})([^aeiou])\1$/, '$1');
}

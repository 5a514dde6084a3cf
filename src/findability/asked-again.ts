import type { Language } from '#search/query/language.ts';
import type { StoredPage } from '#search/query/stored-page.ts';
import { tokensOf } from '#search/query/tokens.ts';
import type { Phrase } from './phrases.ts';

/**
 * Which phrases have to be asked again after some pages changed: those of the changed records, and those of
 * which a changed page has at least half of the words, since it may now come before what was wanted. That
 * other words have become a little rarer is left to the next build from scratch.
 */
export function touchedBy(
  changed: readonly StoredPage[],
  language: Language,
): (phrase: Phrase) => boolean {
  const records = new Set(changed.map(({ record }) => record));
  const texts = changed.map(({ text }) => termsOf(text, language));
  return ({ text, wanted }) => {
    if ([...wanted].some((record) => records.has(record))) return true;
    const terms = [...termsOf(text, language)];
    return texts.some(
      (known) => 2 * terms.filter((term) => known.has(term)).length >= terms.length,
    );
  };
}

/** Without stop words, which are on every page. */
function termsOf(text: string, language: Language): Set<string> {
  const tokens = tokensOf(text, language).filter(({ kind }) => kind !== 'stop');
  return new Set(tokens.map(({ term }) => term));
}

import type { Language } from './language.ts';
import { tokensOf, type Token } from './tokens.ts';

/** What is asked, taken apart. */
export interface Question {
  /** Word by word, each term once, in the order in which they are written. */
  tokens: Token[];
  /** What stood in quotes: it must stand in the answer as it is written. */
  phrases: string[];
}

/** What is longer is a pasted text; its beginning is enough to search with. */
const mostCharacters = 4000;
const mostTokens = 48;

export function questionOf(written: string, language: Language): Question {
  const text = written.slice(0, mostCharacters).replaceAll(/\p{Cc}/gu, ' ');
  const phrases = [...text.matchAll(/["“„«]([^"“”„«»]+)["”“»]/g)]
    .map(({ 1: phrase }) => phrase!.trim())
    .filter((phrase) => tokensOf(phrase, language).length > 1);
  const byTerm = new Map<string, Token>();
  for (const token of tokensOf(text, language)) {
    if (!byTerm.has(token.term)) byTerm.set(token.term, token);
  }
  return { tokens: leading([...byTerm.values()]), phrases };
}

/** Of a text with too many words, those that say most: codes and words before numbers and stop words. */
function leading(tokens: Token[]): Token[] {
  if (tokens.length <= mostTokens) return tokens;
  const saysMuch = tokens.filter(({ kind }) => kind === 'word' || kind === 'code');
  const kept = new Set(saysMuch.slice(0, mostTokens));
  return tokens.filter((token) => kept.has(token));
}

import type { ScoredPassage } from './passages.ts';

/** A piece of text, and whether it is what was asked for. */
export interface Piece {
  text: string;
  isMatch: boolean;
}

const mostCharacters = 220;

/** What finds the terms in a text: the words of a language. */
export type TokensIn = (text: string) => { term: string; start: number; end: number }[];

/** A text with the terms that were asked for marked in it. */
export function markedText(text: string, terms: ReadonlySet<string>, tokensIn: TokensIn): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const add = (end: number, isMatch: boolean) => {
    if (end > at) pieces.push({ text: text.slice(at, end), isMatch });
    at = end;
  };
  for (const { term, start, end } of tokensIn(text)) {
    if (start < at || !terms.has(term)) continue; // a piece of what is marked already
    add(start, false);
    add(end, true);
  }
  add(text.length, false);
  return pieces;
}

/** The passage that is most like the question, cut to a length that can be read at a glance. */
export function excerptOf(
  text: string,
  best: ScoredPassage | undefined,
  terms: ReadonlySet<string>,
  tokensIn: TokensIn,
): Piece[] {
  const { start, end } = best?.passage ?? { start: 0, end: text.length };
  const said = text.slice(start, end);
  const first = tokensIn(said).find(({ term }) => terms.has(term))?.start ?? 0;
  const { from, to } = windowOf(said, first);
  const pieces = markedText(said.slice(from, to), terms, tokensIn);
  if (from > 0) pieces.unshift({ text: '… ', isMatch: false });
  if (to < said.length) pieces.push({ text: ' …', isMatch: false });
  return pieces;
}

/** Around the first match: between two words where there are spaces, and never within a character. */
function windowOf(text: string, first: number): { from: number; to: number } {
  if (text.length <= mostCharacters) return { from: 0, to: text.length };
  const wanted = Math.max(0, Math.min(first - 60, text.length - mostCharacters));
  const space = text.indexOf(' ', wanted);
  const isNear = wanted > 0 && space >= 0 && space < first;
  const from = isNear ? space + 1 : between(text, wanted);
  const end = from + mostCharacters;
  if (end >= text.length) return { from, to: text.length };
  const last = text.lastIndexOf(' ', end);
  return { from, to: last > first + 40 ? last : between(text, end) };
}

/** The place, or the one before it where it would cut a character in two. */
function between(text: string, place: number): number {
  return (text.codePointAt(place - 1) ?? 0) > 0xffff ? place - 1 : place;
}

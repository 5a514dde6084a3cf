import type { ScoredPassage } from './passages.ts';

/** A piece of text, and whether it is what was asked for. */
export interface Piece {
  text: string;
  isMatch: boolean;
}

const mostCharacters = 220;

/** The passage that is most like the question, cut to a length that can be read at a glance. */
export function excerptOf(text: string, best: ScoredPassage | undefined, terms: ReadonlySet<string>, tokensIn: (text: string) => { term: string; start: number; end: number }[]): Piece[] {
  const passage = best?.passage ?? { start: 0, end: Math.min(text.length, mostCharacters) };
  const said = text.slice(passage.start, passage.end);
  const matches = tokensIn(said).filter(({ term }) => terms.has(term));
  const { from, to } = windowOf(said, matches[0]?.start ?? 0);
  const pieces: Piece[] = [];
  let at = from;
  const add = (end: number, isMatch: boolean) => {
    if (end > at) pieces.push({ text: said.slice(at, end), isMatch });
    at = Math.max(at, end);
  };
  for (const { start, end } of matches) {
    if (start < at || end > to) continue;
    add(start, false);
    add(end, true);
  }
  add(to, false);
  if (from > 0) pieces.unshift({ text: '… ', isMatch: false });
  if (to < said.length) pieces.push({ text: ' …', isMatch: false });
  return pieces;
}

/** Around the first match, between two words. */
function windowOf(text: string, first: number): { from: number; to: number } {
  if (text.length <= mostCharacters) return { from: 0, to: text.length };
  const wanted = Math.max(0, Math.min(first - 60, text.length - mostCharacters));
  const from = wanted === 0 ? 0 : text.indexOf(' ', wanted) + 1 || wanted;
  const end = from + mostCharacters;
  const to = end >= text.length ? text.length : Math.max(text.lastIndexOf(' ', end), from + 40);
  return { from, to };
}

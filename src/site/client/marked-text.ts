import type { Piece } from '#search/query/excerpt.ts';
import { element } from './elements.ts';

/** A text with what was asked for marked in it: elements and text nodes, never HTML. */
export function markedText(pieces: readonly Piece[]): (Node | string)[] {
  return pieces.map(({ text, isMatch }) => (isMatch ? element('mark', {}, text) : text));
}

import type { Token } from './tokens.ts';

/** A word or several in a row, as the index keeps what they mean: their terms with spaces between. */
export function synonymKey(row: readonly Token[]): string {
  return withoutPieces(row)
    .map(({ term }) => term)
    .join(' ');
}

/** Each word of a question, and each two to four in a row: what there may be synonyms for. */
export function rowsOf(tokens: readonly Token[]): Token[][] {
  const words = withoutPieces(tokens);
  return words.flatMap((_, first) =>
    Array.from({ length: Math.min(mostInRow, words.length - first) }, (_, more) =>
      words.slice(first, first + more + 1),
    ),
  );
}

const mostInRow = 4;

function withoutPieces(tokens: readonly Token[]): Token[] {
  return tokens.filter(({ whole }) => !whole);
}

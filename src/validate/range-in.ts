import type { Range } from '#diagnostics/diagnostic.ts';

/** A stretch of a text, given by offsets, as lines and columns; its first line is `firstLine`. */
export function rangeIn(text: string, from: number, to: number, firstLine: number): Range {
  const [line, column] = placeOf(text, from);
  const [endLine, endColumn] = placeOf(text, to);
  return {
    line: firstLine + line,
    column,
    end_line: firstLine + endLine,
    end_column: endColumn,
  };
}

function placeOf(text: string, offset: number): [line: number, column: number] {
  const before = text.slice(0, offset);
  const lastBreak = before.lastIndexOf('\n');
  return [before.split('\n').length - 1, offset - lastBreak];
}

import type { Code } from './catalogue.ts';

export type SeverityLevel = 'error' | 'warning' | 'info';

/**
 * One problem of one file. `line` and `column` count from 1, columns in UTF-16 code units as editors
 * do; `end_column` is the column behind the last character. The message says what is wrong and what
 * was expected, `hint` what to do; neither quotes the value of an internal field.
 */
export interface Diagnostic extends Range {
  code: Code;
  severity: SeverityLevel;
  file: string;
  message: string;
  hint?: string;
  related?: { file: string; line: number; message: string }[];
}

/** A stretch of a file, from line and column (counted from 1) up to, not including, the end column. */
export interface Range {
  line: number;
  column: number;
  end_line: number;
  end_column: number;
}

/** The first character of a file: where a problem of the file as a whole is shown. */
export const startOfFile: Range = { line: 1, column: 1, end_line: 1, end_column: 1 };

/** By file, then line, column, code and message: an order that does not depend on how the run went. */
export function sorted(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      compareText(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compareText(a.code, b.code) ||
      compareText(a.message, b.message),
  );
}

/** Compares by code unit, so that the order is the same on every machine and in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** How many diagnostics there are of each severity. */
export function tally(diagnostics: readonly Diagnostic[]): Record<SeverityLevel, number> {
  const count = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) count[severity] += 1;
  return count;
}

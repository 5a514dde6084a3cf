import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Paint } from './paint.ts';

/** What a check found, as a reporter gets it. */
export interface CheckReport {
  diagnostics: Diagnostic[];
  recordCount: number;
  /** The line of a file if it may be shown: it holds no value of an internal field. */
  sourceLine: (file: string, line: number) => string | undefined;
  paint: Paint;
}

/** Turns a report into text for standard output. */
export type Reporter = (report: CheckReport) => string;

import type { Cell, Column, Report } from '#derive/reports/report.ts';
import type { Paint } from '../paint.ts';

/** Reports as a writer gets them. */
export interface Told {
  reports: Report[];
  /** The moment of which they speak, in milliseconds since 1970. */
  now: number;
  timezone: string;
  /** A cell in the words of readers, not yet fit for a terminal. */
  textOf: (column: Column, cell: Cell) => string;
  paint: Paint;
  /** How wide the terminal is. */
  width: number;
}

/** Turns reports into text for standard output, without a character that a terminal acts on. */
export type TableWriter = (told: Told) => string;

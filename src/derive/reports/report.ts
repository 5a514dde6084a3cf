import type { Site } from '#model/site.ts';

/** A question to the whole knowledge base, answered at one moment as a plain table. */
export type ReportOf = (site: Site, now: number) => Report;

export interface Report {
  /** What it is called on the command line. */
  name: string;
  title: string;
  /** How each figure comes about, in a few sentences: shown beside it. */
  how: string;
  columns: Column[];
  rows: Row[];
}

export interface Column {
  /** The key of its cells; of the same names as the fields of the records. */
  key: string;
  label: string;
  kind: ColumnKind;
  /** What its texts name, so that readers can be shown the words for it. */
  names?: Naming;
}

/** A `share` is a part of one: 0.25 is a quarter. */
export type ColumnKind = 'text' | 'count' | 'minutes' | 'share';

export type Naming = 'product' | 'incident' | 'article' | 'month' | 'side' | 'commitment' | 'kind';

export type Row = Record<string, Cell>;

/** Undefined where nothing is known, or, as a name, where the row is about all of them. */
export type Cell = string | number | undefined;

/** A part of a whole, to four decimals; undefined where there is no whole. */
export function shareOf(part = 0, whole = 0): number | undefined {
  return whole === 0 ? undefined : Math.round((part / whole) * 10_000) / 10_000;
}

/** Minutes added up, to three decimals, which is as many as can be written; undefined without any. */
export function sumOf(minutes: readonly number[]): number | undefined {
  if (minutes.length === 0) return undefined;
  return Math.round(minutes.reduce((sum, one) => sum + one, 0) * 1000) / 1000;
}

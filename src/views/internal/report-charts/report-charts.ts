import type { Cell, Column, Report, Row } from '#derive/reports/report.ts';
import type { Site } from '#model/site.ts';
import type { Chart } from '../charts/chart.ts';

/** What a report says in one sentence, and in pictures. */
export interface Drawn {
  says: string;
  charts: Chart[];
}

/** Draws a report that has rows. */
export type Draw = (drawing: Drawing) => Drawn;

export interface Drawing {
  site: Site;
  report: Report;
  /** The words for a cell. */
  textOf: (column: Column, cell: Cell) => string;
  /** Where a record that a cell names has its page. */
  hrefOf: (column: Column, cell: Cell) => string | undefined;
}

/** A cell as a number; 0 where nothing is known. */
export function numberIn(row: Row | undefined, key: string): number {
  return knownIn(row, key) ?? 0;
}

/** A cell as a number, if it is known. */
export function knownIn(row: Row | undefined, key: string): number | undefined {
  const cell = row?.[key];
  return typeof cell === 'number' ? cell : undefined;
}

/** Added up over some rows. */
export function totalOf(rows: readonly Row[], key: string): number {
  return rows.reduce((sum, row) => sum + numberIn(row, key), 0);
}

/** The words for a cell of a row. */
export function wordsIn({ report, textOf }: Drawing, row: Row, key: string): string {
  const column = report.columns.find((one) => one.key === key);
  return column ? textOf(column, row[key]) : '';
}

/** The name of a row in a chart: its first cell, with the page that it leads to. */
export function nameOf({ report, textOf, hrefOf }: Drawing, row: Row) {
  const [first] = report.columns;
  if (!first) return { label: '' };
  return { label: textOf(first, row[first.key]), href: hrefOf(first, row[first.key]) };
}

/** "1 incident", "3 incidents". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** "never", "once", "3 times". */
export function times(count: number): string {
  return ['never', 'once', 'twice'][count] ?? `${count} times`;
}

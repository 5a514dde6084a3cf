import type { Cell, Report } from '#derive/reports/report.ts';
import { printable } from '#diagnostics/printable.ts';
import type { TableWriter } from './table-writer.ts';

/**
 * For spreadsheets, by RFC 4180: ids and numbers as they were computed, nothing where nothing is known.
 * One report is a table with the keys of its columns as header. Several have different columns, so each
 * cell gets a line of its own: report, row (from 1), column, value.
 */
export const csv: TableWriter = ({ reports }) => {
  const [first] = reports;
  const lines = first && reports.length === 1 ? tableOf(first) : cellsOf(reports);
  return lines.map((cells) => `${cells.map(field).join(',')}\r\n`).join('');
};

function tableOf({ columns, rows }: Report): Cell[][] {
  const keys = columns.map(({ key }) => key);
  return [keys, ...rows.map((row) => keys.map((key) => row[key]))];
}

function cellsOf(reports: readonly Report[]): Cell[][] {
  const cells = reports.flatMap(({ name, columns, rows }) =>
    rows.flatMap((row, index) => columns.map(({ key }) => [name, index + 1, key, row[key]])),
  );
  return [['report', 'row', 'column', 'value'], ...cells];
}

/** A spreadsheet takes a text that begins with one of these for a formula; the apostrophe prevents it. */
const formula = /^[=+\-@\t\r]/;

function field(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const text = (formula.test(cell) ? "'" : '') + printable(cell);
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

import type { Column, Report } from '#derive/reports/report.ts';
import { printable } from '#diagnostics/printable.ts';
import type { TableWriter, Told } from './table-writer.ts';

/** For people: each table with its title and how its figures come about. */
export const pretty: TableWriter = (told) =>
  told.reports.map((report) => section(report, told)).join('\n');

function section(report: Report, told: Told): string {
  const { paint, width } = told;
  const { title, name, how, rows } = report;
  return [
    `${paint.bold(title)}  ${paint.dim(name)}`,
    ...wrapped(how, Math.min(width, 100)).map(paint.dim),
    '',
    ...(rows.length > 0 ? tableLines(report, told) : ['No figures yet.']),
    '',
  ].join('\n');
}

/** A title is cut after so many letters, so that a table stays a table. */
const longest = 48;

function tableLines({ columns, rows }: Report, { textOf, paint }: Told): string[] {
  const cells = rows.map((row) =>
    columns.map((column) => shortened(printable(textOf(column, row[column.key])))),
  );
  const heads = columns.map(({ label }) => label.split(' '));
  const widths = columns.map((_, at) =>
    Math.max(
      ...(heads[at] ?? []).map((word) => word.length),
      ...cells.map((line) => line[at]?.length ?? 0),
    ),
  );
  const line = (texts: readonly string[]) =>
    columns
      .map((column, at) => aligned(column, texts[at] ?? '', widths[at] ?? 0))
      .join('  ')
      .trimEnd();
  const head = columns.map(({ label }, at) => wrapped(label, widths[at] ?? 0));
  const height = Math.max(...head.map(({ length }) => length));
  const headLines = Array.from({ length: height }, (_, index) =>
    line(head.map((lines) => lines[index - height + lines.length] ?? '')),
  );
  return [...headLines.map(paint.bold), ...cells.map(line)];
}

function aligned({ kind }: Column, text: string, width: number): string {
  return kind === 'text' ? text.padEnd(width) : text.padStart(width);
}

function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  return lines;
}

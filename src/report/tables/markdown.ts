import type { Report } from '#derive/reports/report.ts';
import { printable } from '#diagnostics/printable.ts';
import type { TableWriter, Told } from './table-writer.ts';

/** For documents: a heading, how it was computed, and a table each. */
export const markdown: TableWriter = (told) =>
  told.reports.map((report) => section(report, told)).join('\n');

function section({ title, how, columns, rows }: Report, { textOf }: Told): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  const table = [
    line(columns.map(({ label }) => escaped(label))),
    line(columns.map(({ kind }) => (kind === 'text' ? '---' : '--:'))),
    ...rows.map((row) => line(columns.map((column) => escaped(textOf(column, row[column.key]))))),
  ].join('');
  return `## ${escaped(title)}\n\n${escaped(how)}\n\n${rows.length > 0 ? table : 'No figures yet.\n'}`;
}

/** Text that Markdown and GitHub take for nothing else. */
function escaped(text: string): string {
  return printable(text).replace(/[\\`*_[\]<>|~&#]/g, String.raw`\$&`);
}

import { leakCodes } from '#diagnostics/catalogue.ts';
import { tally, type Diagnostic } from '#diagnostics/diagnostic.ts';
import { printable } from '#diagnostics/printable.ts';
import type { CheckReport, Reporter } from './check-report.ts';

/** For people: grouped by file, with the source line and a caret where it may be shown. */
export const pretty: Reporter = (report) =>
  `${[...byFile(report), summary(report)].join('\n\n')}\n`;

/** The diagnostics of each file, as one paragraph. */
export function byFile(given: Shown): string[] {
  const report = { ...given, sourceLine: withoutLeaks(given) };
  const { diagnostics, paint } = report;
  const files = Map.groupBy(diagnostics, ({ file }) => file);
  return [...files].map(([file, found]) =>
    [paint.bold(printable(file)), ...found.map((one) => entry(one, report))].join('\n'),
  );
}

/** "12 records checked: 2 errors, 1 warning." */
export function summary({ diagnostics, recordCount, paint }: CheckReport): string {
  const { error, warning, info } = tally(diagnostics);
  const checked = `${count(recordCount, 'record')} checked`;
  if (diagnostics.length === 0) return paint.green(`${checked}, no problems.`);
  const parts = [
    error > 0 && paint.severity('error', count(error, 'error')),
    warning > 0 && paint.severity('warning', count(warning, 'warning')),
    info > 0 && paint.severity('info', `${info} info`),
  ].filter(Boolean);
  return `${checked}: ${parts.join(', ')}.`;
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function entry(diagnostic: Diagnostic, report: Shown): string {
  const { line, column, severity, code, message, hint, related = [] } = diagnostic;
  const { paint } = report;
  const place = `${printable(diagnostic.file)}:${line}:${column}`;
  return [
    `  ${paint.severity(severity, severity)} ${printable(message)} ${paint.dim(code)}`,
    `    ${paint.dim(place)}`,
    ...excerpt(diagnostic, report),
    ...(hint ? [`    ${paint.dim('→')} ${printable(hint)}`] : []),
    ...related.map(
      (one) => `    ${paint.dim(`${printable(one.file)}:${one.line}`)} ${printable(one.message)}`,
    ),
  ].join('\n');
}

/** No line is shown on which a leak was found, whatever else is wrong with it. */
function withoutLeaks({ diagnostics, sourceLine }: Shown): CheckReport['sourceLine'] {
  const hidden = new Map<string, [from: number, to: number][]>();
  for (const { code, file, line, end_line, related = [] } of diagnostics) {
    if (!leakCodes.has(code)) continue;
    const places = related.filter((one) => one.file === file).map((one) => one.line);
    const lines = [line, ...places].map((from): [number, number] => [from, from + end_line - line]);
    hidden.set(file, [...(hidden.get(file) ?? []), ...lines]);
  }
  return (file, line) =>
    hidden.get(file)?.some(([from, to]) => from <= line && line <= to)
      ? undefined
      : sourceLine(file, line);
}

/** The line with a caret below; where the value is not shown, the caret stands below its ellipsis. */
function excerpt(diagnostic: Diagnostic, { sourceLine, paint }: Shown): string[] {
  const { file, line, end_line, end_column, severity } = diagnostic;
  const source = sourceLine(file, line);
  if (source === undefined || source.trim() === '') return [];
  const column = Math.min(diagnostic.column, source.length);
  const from = Math.max(0, column - 41);
  const shown = source.slice(from, from + 100);
  const end = end_line === line ? Math.min(end_column, source.length + 1) : source.length + 1;
  const marked = source.slice(column - 1, Math.max(column, Math.min(end - 1, from + 100)));
  const gutter = String(line).padStart(5);
  const before = ' '.repeat(printable(source.slice(from, column - 1)).length);
  const carets = '^'.repeat(Math.max(1, printable(marked).length));
  return [
    `  ${paint.dim(`${gutter} │`)} ${printable(shown)}`,
    `  ${paint.dim('      │')} ${before}${paint.severity(severity, carets)}`,
  ];
}

type Shown = Omit<CheckReport, 'recordCount'>;

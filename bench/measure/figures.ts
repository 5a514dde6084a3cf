import type { Measurement, ProcessUse } from './process-tree.ts';

/** One row of a table: a median with its range, for each column. */
export interface Row {
  name: string;
  figures: Record<string, Figure>;
}

/** The same thing measured several times. */
export interface Figure {
  values: number[];
  unit: 's' | 'ms' | 'KB' | 'MB' | '×';
}

export function seconds(values: number[]): Figure {
  return { values, unit: 's' };
}

/** From bytes. */
export function megabytes(values: number[]): Figure {
  return { values: values.map((bytes) => bytes / 1e6), unit: 'MB' };
}

export function milliseconds(values: number[]): Figure {
  return { values, unit: 'ms' };
}

/** From bytes. */
export function kilobytes(values: number[]): Figure {
  return { values: values.map((bytes) => bytes / 1000), unit: 'KB' };
}

export function ratio(value: number): Figure {
  return { values: [value], unit: '×' };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** CPU time of those processes that match, summed. Seconds. */
export function cpuOf({ processes }: Measurement, isMeant: (one: ProcessUse) => boolean): number {
  return processes.filter(isMeant).reduce((sum, { cpu }) => sum + cpu, 0);
}

/** The peak of the largest of those processes that match. Bytes. */
export function peakOf({ processes }: Measurement, isMeant: (one: ProcessUse) => boolean): number {
  return Math.max(0, ...processes.filter(isMeant).map(({ peak }) => peak));
}

/** Rows as a Markdown table: `1.23 s (1.20..1.31)`. */
export function table(title: string, rows: readonly Row[]): string {
  const columns = [...new Set(rows.flatMap(({ figures }) => Object.keys(figures)))];
  const lines = rows.map(({ name, figures }) => [
    name,
    ...columns.map((column) => (figures[column] ? text(figures[column]) : '')),
  ]);
  const all = [[title, ...columns], ['---', ...columns.map(() => '---:')], ...lines];
  return all.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function text({ values, unit }: Figure): string {
  const digits = unit === 's' || unit === '×' ? 2 : 0;
  const [low, high] = [Math.min(...values), Math.max(...values)].map((n) => n.toFixed(digits));
  const range = low === high ? '' : ` (${low}..${high})`;
  return `${median(values).toFixed(digits)} ${unit}${range}`;
}

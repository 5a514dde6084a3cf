import { rounded, type ChartRow, type RowChart, type Series } from './chart.ts';
import type { Scale } from './scales.ts';

/** A row of a chart before it is drawn. */
export interface RowData {
  label: string;
  href?: string;
  value: string;
  /** How much there is of each series; undefined where it is not known. */
  values: Record<string, number | undefined>;
}

export interface RowsData {
  title?: string;
  series: Series[];
  scale: Scale;
  groups: { title?: string; rows: RowData[] }[];
  /** A value in words. */
  text: (value: number) => string;
}

/** Bars of stacked values, one row each. */
export function barChart({ title, series, scale, groups, text }: RowsData): RowChart {
  const barsOf = ({ values }: RowData): ChartRow['bars'] => {
    let sum = 0;
    return series.flatMap(({ key, name, paint }) => {
      const value = values[key] ?? 0;
      if (value === 0) return [];
      const x = scale.at(sum);
      sum += value;
      return [{ x, width: rounded(scale.at(sum) - x), paint, says: `${name}: ${text(value)}` }];
    });
  };
  return {
    ...{ kind: 'rows' as const, shape: 'bar' as const, title, series, ticks: scale.ticks },
    groups: groups.map((group) => ({
      title: group.title,
      rows: group.rows.map((row) => ({ ...rowOf(row), bars: barsOf(row), dots: [] })),
    })),
  };
}

/** A dot for each value that is known, and a line between the outer ones. */
export function dotChart({ title, series, scale, groups, text }: RowsData): RowChart {
  const dotsOf = ({ values }: RowData): ChartRow['dots'] =>
    series.flatMap(({ key, name, paint }) => {
      const value = values[key];
      if (value === undefined) return [];
      return [{ x: scale.at(value), paint, says: `${name}: ${text(value)}` }];
    });
  return {
    ...{ kind: 'rows' as const, shape: 'dot' as const, title, series, ticks: scale.ticks },
    groups: groups.map((group) => ({
      title: group.title,
      rows: group.rows.map((row) => {
        const dots = dotsOf(row);
        const places = dots.map(({ x }) => x);
        const line = { from: Math.min(...places), to: Math.max(...places) };
        return { ...rowOf(row), bars: [], dots, line: dots.length > 1 ? line : undefined };
      }),
    })),
  };
}

function rowOf({ label, href, value }: RowData) {
  return { label, href, value };
}

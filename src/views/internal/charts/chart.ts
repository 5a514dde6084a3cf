/*
 * Charts as plain data. Lengths across are in per cent of the width, so that a chart fits any screen and
 * its letters keep their size; lengths down are in pixels.
 */

export type Chart = ColumnChart | RowChart;

/** How a mark looks: a colour and a texture of its own, so that neither is needed to tell it. */
export type Paint = 'accent' | 'stripes' | 'good' | 'warn' | 'bad' | 'flat' | 'dots' | 'hollow';

/** One thing that is counted, and how it is drawn. */
export interface Series {
  key: string;
  name: string;
  paint: Paint;
}

/** Columns side by side, one for each step in time. */
export interface ColumnChart {
  kind: 'columns';
  title: string;
  /** What it shows, for those who cannot see it. */
  says: string;
  series: Series[];
  height: number;
  /** Where the columns stand. */
  floor: number;
  ticks: { y: number; text: string }[];
  columns: { marks: ColumnMark[] }[];
  labels: { x: number; text: string; below?: string }[];
}

export interface ColumnMark {
  x: number;
  width: number;
  y: number;
  height: number;
  paint: Paint;
  /** Shown when somebody points at it. */
  says: string;
}

/** Rows below each other, each with its name, its marks on a common scale, and its figure in words. */
export interface RowChart {
  kind: 'rows';
  title?: string;
  series: Series[];
  /** How the marks are to be read in the key: as bars or as dots. */
  shape: 'bar' | 'dot';
  ticks: Tick[];
  groups: { title?: string; rows: ChartRow[] }[];
}

export interface Tick {
  x: number;
  text: string;
}

export interface ChartRow {
  label: string;
  href?: string;
  value: string;
  bars: { x: number; width: number; paint: Paint; says: string }[];
  /** From the first dot to the last. */
  line?: { from: number; to: number };
  dots: { x: number; paint: Paint; says: string }[];
}

/** To a hundredth: more would only make the page longer. Never -0. */
export function rounded(length: number): number {
  return Math.round(length * 100) / 100 + 0;
}

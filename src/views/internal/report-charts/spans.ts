import { durationText } from '../../time-text.ts';
import type { Series } from '../charts/chart.ts';
import { dotChart, type RowData } from '../charts/row-chart.ts';
import { countScale, longMinutesScale } from '../charts/scales.ts';
import { shareText } from '../report-cells.ts';
import {
  counted,
  knownIn,
  nameOf,
  numberIn,
  wordsIn,
  type Draw,
  type Drawing,
} from './report-charts.ts';

const minutesText = (minutes: number) => durationText(Math.round(minutes));

/** From the median to p90, to mitigate and to resolve, on one scale. */
export const timeSpans: Draw = (drawing) => {
  const { rows } = drawing.report;
  const all = rows.at(-1);
  const keys = ['mitigate_median', 'mitigate_p90', 'resolve_median', 'resolve_p90'];
  const known = rows.flatMap((row) => keys.flatMap((key) => knownIn(row, key) ?? []));
  const [median, p90] = [knownIn(all, 'resolve_median'), knownIn(all, 'resolve_p90')];
  return {
    says:
      median === undefined || p90 === undefined
        ? 'No record says to the minute how long it took.'
        : `Half were over within ${minutesText(median)}, nine in ten within ${minutesText(p90)}.`,
    charts: known.length === 0 ? [] : [timesChart(drawing, known)],
  };
};

function timesChart(drawing: Drawing, known: readonly number[]) {
  const series: Series[] = [
    { key: 'median', name: 'Median', paint: 'accent' },
    { key: 'p90', name: 'p90: nine in ten took no longer', paint: 'hollow' },
  ];
  const group = (title: string, what: 'mitigate' | 'resolve') => ({
    title,
    rows: rowsOf(drawing, { median: `${what}_median`, p90: `${what}_p90` }),
  });
  const groups = [
    group('Until the worst was over', 'mitigate'),
    group('Until it was over', 'resolve'),
  ];
  return dotChart({
    ...{ series, text: minutesText, scale: longMinutesScale(known) },
    groups: groups.filter(({ rows }) => rows.length > 0),
  });
}

/** Hands-on work and elapsed time, at the median. */
export const effortSpans: Draw = (drawing) => {
  const { rows } = drawing.report;
  const series: Series[] = [
    { key: 'effort_median', name: 'Hands-on work, median', paint: 'accent' },
    { key: 'elapsed_median', name: 'Elapsed time, median', paint: 'hollow' },
  ];
  const known = rows.flatMap((row) => series.flatMap(({ key }) => knownIn(row, key) ?? []));
  const share = knownIn(rows.at(-1), 'share');
  return {
    says:
      share === undefined
        ? 'No record says both how long it took and how much of that was work.'
        : `Of the time between opening and resolved, ${shareText(share)} was work.`,
    charts: known.length === 0 ? [] : [effortChart(drawing, series, known)],
  };
};

function effortChart(drawing: Drawing, series: Series[], known: readonly number[]) {
  const keys = { effort_median: 'effort_median', elapsed_median: 'elapsed_median' };
  return dotChart({
    ...{ series, text: minutesText, scale: longMinutesScale(known) },
    groups: [{ rows: rowsOf(drawing, keys) }],
  });
}

/**
 * A row for each of the report's of which something is known: the table has all. `keys` says which
 * column each series is drawn from.
 */
function rowsOf(drawing: Drawing, keys: Record<string, string>): RowData[] {
  const columns = Object.entries(keys);
  const rows = drawing.report.rows.filter((row) =>
    columns.some(([, column]) => knownIn(row, column) !== undefined),
  );
  return rows.map((row) => ({
    ...nameOf(drawing, row),
    value: columns
      .map(([, column]) => wordsIn(drawing, row, column).replaceAll(' ', '\u00a0'))
      .join(' / '),
    values: Object.fromEntries(columns.map(([key, column]) => [key, knownIn(row, column)])),
  }));
}

/** How many attempts it took: the median, p90 and the most. */
export const attemptSpans: Draw = (drawing) => {
  const { rows } = drawing.report;
  const series: Series[] = [
    { key: 'median', name: 'Median', paint: 'accent' },
    { key: 'p90', name: 'p90: nine in ten took no more', paint: 'hollow' },
    { key: 'most', name: 'Most', paint: 'flat' },
  ];
  const all = rows.at(-1);
  const [median, p90] = [knownIn(all, 'median'), knownIn(all, 'p90')];
  const most = Math.max(...rows.map((row) => numberIn(row, 'most')));
  return {
    says:
      median === undefined || p90 === undefined
        ? 'No attempt is written down in an incident that is over.'
        : `Half of the incidents took at most ${counted(median, 'attempt')}, nine in ten at most ${p90}.`,
    charts:
      most === 0
        ? []
        : [
            dotChart({
              ...{ series, text: String, scale: countScale(most) },
              groups: [{ rows: rowsOf(drawing, { median: 'median', p90: 'p90', most: 'most' }) }],
            }),
          ],
  };
};

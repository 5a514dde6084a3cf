import type { Row } from '#derive/reports/report.ts';
import { durationText } from '../../time-text.ts';
import type { Series } from '../charts/chart.ts';
import { barChart, type RowData } from '../charts/row-chart.ts';
import { countScale, minutesScale, shareScale } from '../charts/scales.ts';
import {
  counted,
  knownIn,
  nameOf,
  numberIn,
  times,
  totalOf,
  wordsIn,
  type Draw,
  type Drawing,
} from './report-charts.ts';

/** So many rows of a long list are drawn; the table has all. */
const shownRows = 10;

/** The sides, each with how many and which share. */
export const sideBars: Draw = (drawing) => {
  const { rows } = drawing.report;
  const series: Series[] = [{ key: 'incidents', name: 'Incidents', paint: 'accent' }];
  const value = (row: Row) => `${numberIn(row, 'incidents')}, ${wordsIn(drawing, row, 'share')}`;
  const ours = rows.find(({ side }) => side === 'ours');
  const customers = rows.find(({ side }) => side === 'customer');
  const unknown = rows.find(({ side }) => side === 'unknown');
  const total = totalOf(rows, 'incidents');
  const rest = numberIn(unknown, 'incidents');
  const known = `${wordsIn(drawing, ours ?? {}, 'share')} were on our side, ${wordsIn(drawing, customers ?? {}, 'share')} on the customer’s`;
  return {
    says:
      rest === total
        ? `Of ${counted(total, 'incident')} nobody says whose side it was on.`
        : `${known}${rest === 0 ? '.' : `; of ${wordsIn(drawing, unknown ?? {}, 'share')} nobody knows.`}`,
    charts: [counts(drawing, series, { rows, value })],
  };
};

/** Who could have solved it, and whether an article says how. */
export const selfHelpBars: Draw = (drawing) => {
  const { rows } = drawing.report;
  const series: Series[] = [
    { key: 'with_article', name: 'Solvable alone, with an article', paint: 'good' },
    { key: 'without_article', name: 'Solvable alone, without one', paint: 'warn' },
    { key: 'not_solvable', name: 'Not solvable alone', paint: 'flat' },
    { key: 'unknown', name: 'Not known', paint: 'hollow' },
  ];
  const all = rows.at(-1);
  const known = (row: Row | undefined) => numberIn(row, 'solvable') + numberIn(row, 'not_solvable');
  const split = rows.map((row) => ({
    ...row,
    without_article: numberIn(row, 'solvable') - numberIn(row, 'with_article'),
  }));
  const value = (row: Row) =>
    known(row) === 0 ? 'Not known' : `${numberIn(row, 'solvable')} of ${known(row)}`;
  if (known(all) === 0) {
    return { says: 'No record says whether customers could have solved it alone.', charts: [] };
  }
  return {
    says: `Customers could have solved ${numberIn(all, 'solvable')} of ${known(all)} alone; ${numberIn(all, 'with_article')} of those have an article, ${numberIn(all, 'with_public_article')} a public one.`,
    charts: [counts(drawing, series, { rows: split, value })],
  };
};

const againSeries: Series[] = [
  { key: 'fix_worked', name: 'The fix worked again', paint: 'good' },
  { key: 'fix_failed', name: 'The fix failed', paint: 'bad' },
  { key: 'fix_unknown', name: 'Not known', paint: 'hollow' },
];

/** What came back, and what came of its fix. */
export const recurrenceBars: Draw = (drawing) => {
  const { rows } = drawing.report;
  const again = (row: Row) => numberIn(row, 'seen') - 1;
  const sum = rows.reduce((total, row) => total + again(row), 0);
  const failed = totalOf(rows, 'fix_failed');
  return {
    says: `${counted(rows.length, 'problem')} came back, ${times(sum)} in all. The fix ${failed === 0 ? 'is not known to have failed' : `failed ${times(failed)}`}.`,
    charts: [
      counts(drawing, againSeries, {
        rows: rows.slice(0, shownRows),
        value: (row) => `${again(row)} more`,
      }),
    ],
  };
};

/** Articles by how often their problem came back. */
export const reuseBars: Draw = (drawing) => {
  const { rows } = drawing.report;
  return {
    says: `${counted(rows.length, 'article explains a problem', 'articles explain problems')} that came back, ${times(totalOf(rows, 'again'))} in all.`,
    charts: [
      counts(drawing, againSeries, {
        rows: rows.slice(0, shownRows),
        value: (row) => times(numberIn(row, 'again')),
      }),
    ],
  };
};

/** What came of each kind of attempt, as parts of all of its kind. */
export const kindBars: Draw = (drawing) => {
  const { rows, columns } = drawing.report;
  const series: Series[] = [
    { key: 'fixed', name: 'Fixed it', paint: 'good' },
    { key: 'partly', name: 'Helped in part', paint: 'stripes' },
    { key: 'no_effect', name: 'No effect', paint: 'flat' },
    { key: 'worse', name: 'Made it worse', paint: 'bad' },
    { key: 'unknown', name: 'Not known', paint: 'hollow' },
  ];
  const groups = Map.groupBy(rows, (row) => wordsIn(drawing, row, 'by'));
  const named = { ...drawing, report: { ...drawing.report, columns: columns.slice(1) } };
  const value = (row: Row) =>
    row['helped'] === undefined
      ? 'Not known'
      : `${wordsIn(drawing, row, 'helped')} of ${numberIn(row, 'attempts')} helped`;
  const helped = (kind: string) =>
    rows
      .filter((row) => row['kind'] === kind && row['helped'] !== undefined)
      .map((row) => wordsIn(drawing, row, 'helped'))[0];
  const told = [
    { text: 'first attempts', share: helped('first_attempt') },
    { text: 'third and later ones', share: helped('later_attempt') },
  ].filter(({ share }) => share !== undefined);
  return {
    says:
      told.length === 0
        ? 'Of no first and no later attempt the outcome is known.'
        : `${told.map(({ text, share }) => `${share} of ${text}`).join(' and ')} helped.`,
    charts: [
      shares(
        series,
        [...groups].map(([title, own]) => ({
          title,
          rows: own.slice(0, shownRows).map((row) => dataOf(named, row, value)),
        })),
      ),
    ],
  };
};

/** Which part of the fixes is proven alone. */
export const provenBars: Draw = (drawing) => {
  const { rows } = drawing.report;
  const series: Series[] = [
    { key: 'isolated', name: 'Shown alone', paint: 'good' },
    { key: 'nothing_left', name: 'Nothing left of the others', paint: 'stripes' },
    { key: 'first_attempt', name: 'First attempt', paint: 'dots' },
    { key: 'may_also_need', name: 'Not proven alone', paint: 'warn' },
  ];
  const proved = (row: Row | undefined) => numberIn(row, 'fixes') - numberIn(row, 'may_also_need');
  const value = (row: Row) => `${proved(row)} of ${numberIn(row, 'fixes')}`;
  const all = rows.at(-1);
  return {
    says: `${proved(all)} of ${counted(numberIn(all, 'fixes'), 'fix', 'fixes')} are proven to work alone.`,
    charts: [shares(series, [{ rows: rows.map((row) => dataOf(drawing, row, value)) }])],
  };
};

/** What to automate first. */
export const toilBars: Draw = (drawing) => {
  const { rows } = drawing.report;
  const series: Series[] = [{ key: 'minutes', name: 'Work by hand', paint: 'accent' }];
  const text = (minutes: number) => durationText(Math.round(minutes));
  const value = (row: Row) => wordsIn(drawing, row, 'minutes');
  const unknown = totalOf(rows, 'unknown');
  const most = Math.max(...rows.map((row) => numberIn(row, 'minutes')));
  const isKnown = rows.some((row) => knownIn(row, 'minutes') !== undefined);
  if (!isKnown) {
    return { says: `${counted(unknown, 'step')} by hand, of unknown length.`, charts: [] };
  }
  return {
    says: `${text(totalOf(rows, 'minutes'))} of work by hand${unknown > 0 ? `, and ${counted(unknown, 'step')} of unknown length` : ''}.`,
    charts: [
      barChart({
        ...{ series, scale: minutesScale(most), text },
        groups: [{ rows: rows.slice(0, shownRows).map((row) => dataOf(drawing, row, value)) }],
      }),
    ],
  };
};

/** What was promised, and what became of it. */
export const promiseBars: Draw = (drawing) => {
  const { rows } = drawing.report;
  const series: Series[] = [
    { key: 'in_time', name: 'In time', paint: 'good' },
    { key: 'late', name: 'Late', paint: 'warn' },
    { key: 'overdue', name: 'Overdue', paint: 'bad' },
    { key: 'waiting', name: 'Not due yet', paint: 'flat' },
    { key: 'without_due', name: 'Without a day', paint: 'dots' },
    { key: 'unknown', name: 'Not known', paint: 'hollow' },
  ];
  const broken = totalOf(rows, 'late') + totalOf(rows, 'overdue');
  const value = (row: Row) =>
    knownIn(row, 'share') === undefined ? 'Not known' : `${wordsIn(drawing, row, 'share')} broken`;
  const settled = broken + totalOf(rows, 'in_time');
  if (settled === 0) {
    return {
      says: 'Nothing that was promised or put off is known to be done or overdue.',
      charts: [counts(drawing, series, { rows, value })],
    };
  }
  return {
    says: `${broken} of ${settled} that were due or done were broken; ${totalOf(rows, 'overdue')} are overdue.`,
    charts: [counts(drawing, series, { rows, value })],
  };
};

/** Stacked counts on a common scale. */
function counts(
  drawing: Drawing,
  series: Series[],
  { rows, value }: { rows: readonly Row[]; value: (row: Row) => string },
) {
  const sums = rows.map((row) => series.reduce((sum, { key }) => sum + numberIn(row, key), 0));
  return barChart({
    ...{ series, text: String, scale: countScale(Math.max(...sums)) },
    groups: [{ rows: rows.map((row) => dataOf(drawing, row, value)) }],
  });
}

/** The same as parts of each row. */
function shares(series: Series[], groups: { title?: string; rows: RowData[] }[]) {
  const partsOf = ({ values }: RowData) => {
    const sum = series.reduce((total, { key }) => total + (values[key] ?? 0), 0);
    return Object.fromEntries(series.map(({ key }) => [key, (values[key] ?? 0) / sum]));
  };
  const text = (part: number) => `${Math.round(part * 100)} %`;
  const parts = groups.map(({ title, rows }) => ({
    title,
    rows: rows.map((row) => ({ ...row, values: partsOf(row) })),
  }));
  return barChart({ series, text, scale: shareScale(), groups: parts });
}

function dataOf(drawing: Drawing, row: Row, value: (row: Row) => string): RowData {
  const numbers = Object.keys(row).map((key) => [key, numberIn(row, key)] as const);
  return { ...nameOf(drawing, row), value: value(row), values: Object.fromEntries(numbers) };
}

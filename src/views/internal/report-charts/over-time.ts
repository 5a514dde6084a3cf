import type { Row } from '#derive/reports/report.ts';
import type { Series } from '../charts/chart.ts';
import { columnChart } from '../charts/column-chart.ts';
import { monthParts, monthText } from '../report-cells.ts';
import { counted, numberIn, totalOf, type Draw } from './report-charts.ts';

/** So many months are drawn; of a longer time the years are drawn, too, and the table has all months. */
const shownMonths = 24;

const bySeverity: Series[] = [
  { key: 'critical', name: 'Critical', paint: 'bad' },
  { key: 'major', name: 'Major', paint: 'warn' },
  { key: 'minor', name: 'Minor', paint: 'flat' },
  { key: 'low', name: 'Low', paint: 'dots' },
  { key: 'severity_unknown', name: 'Not known', paint: 'hollow' },
];

const bySide: Series[] = [
  { key: 'ours', name: 'Our side', paint: 'accent' },
  { key: 'customer', name: 'Customer’s side', paint: 'stripes' },
  { key: 'vendor', name: 'Vendor’s side', paint: 'flat' },
  { key: 'network', name: 'Network', paint: 'dots' },
  { key: 'side_unknown', name: 'Not known', paint: 'hollow' },
];

/** Incidents of each month, once by severity and once by side; of a long time those of each year first. */
export const overTime: Draw = ({ site, report: { rows } }) => {
  const { language } = site.config;
  const name = (row: Row | undefined) => monthText(String(row?.['month']), language);
  const isLong = rows.length > shownMonths;
  const months = rows.slice(-shownMonths);
  const steps = months.map((row) => {
    const [month, year] = monthParts(String(row['month']), language);
    return { name: month, above: year, values: valuesOf([row]) };
  });
  const span = `${name(months[0])} to ${name(months.at(-1))}`;
  const chart = (what: string, series: Series[]) =>
    columnChart({
      ...{ title: isLong ? `${what}, the last ${shownMonths} months` : what, series, steps },
      says: `${what}, ${span}. The figures are in the table below.`,
    });
  const latest = rows.at(-1);
  const now = numberIn(latest, 'incidents');
  return {
    says: `${counted(totalOf(rows, 'incidents'), 'incident')} since ${name(rows[0])}, ${now === 0 ? 'none' : now} of them in ${name(latest)}.`,
    charts: [
      ...(isLong ? [yearsChart(rows)] : []),
      chart('Opened each month, by severity', bySeverity),
      chart('Opened each month, by side', bySide),
    ],
  };
};

function yearsChart(rows: readonly Row[]) {
  const years = Map.groupBy(rows, (row) => String(row['month']).slice(0, 4));
  const title = 'Opened each year, by severity';
  return columnChart({
    ...{ title, series: bySeverity },
    says: `${title}, ${[...years.keys()][0]} to ${[...years.keys()].at(-1)}. The months are in the table below.`,
    steps: [...years].map(([year, own]) => ({ name: year, above: '', values: valuesOf(own) })),
  });
}

function valuesOf(rows: readonly Row[]): Record<string, number> {
  const keys = [...bySeverity, ...bySide].map(({ key }) => key);
  return Object.fromEntries(keys.map((key) => [key, totalOf(rows, key)]));
}

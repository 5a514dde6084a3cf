import type { Row } from '#derive/reports/report.ts';
import type { Series } from '../charts/chart.ts';
import { columnChart } from '../charts/column-chart.ts';
import { monthParts, monthText } from '../report-cells.ts';
import { counted, numberIn, totalOf, type Draw } from './report-charts.ts';

/** So many months are drawn; the table has all. */
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

/** Incidents of each month, once by severity and once by side. */
export const overTime: Draw = ({ site, report: { rows } }) => {
  const { language } = site.config;
  const shown = rows.slice(-shownMonths);
  const name = (row: Row | undefined) => monthText(String(row?.['month']), language);
  const span = `${name(shown[0])} to ${name(shown.at(-1))}`;
  const steps = shown.map((row) => {
    const [month, year] = monthParts(String(row['month']), language);
    const keys = [...bySeverity, ...bySide].map(({ key }) => key);
    const values = Object.fromEntries(keys.map((key) => [key, numberIn(row, key)]));
    return { name: month, above: year, values };
  });
  const chart = (title: string, series: Series[]) =>
    columnChart({
      ...{ title, series, steps },
      says: `${title}, ${span}. The figures are in the table below.`,
    });
  const latest = rows.at(-1);
  return {
    says: `${counted(totalOf(rows, 'incidents'), 'incident')} since ${name(rows[0])}, ${numberIn(latest, 'incidents')} of them in ${name(latest)}.`,
    charts: [
      chart('Opened each month, by severity', bySeverity),
      chart('Opened each month, by side', bySide),
    ],
  };
};

import { Temporal } from 'temporal-polyfill';
import { momentOf } from '#model/moment.ts';
import type { Incident } from '#model/site.ts';
import { severities, sides } from '#schema/incident.ts';
import type { ReportOf, Row } from './report.ts';

/** How many incidents were opened in each month, by how bad they were and on whose side the cause was. */
export const incidents: ReportOf = ({ incidents: all, config }, now) => {
  const byMonth = Map.groupBy(all, ({ fields }) => monthOf(fields.opened, config.timezone));
  const months = [...byMonth.keys()].sort();
  return {
    name: 'incidents',
    title: 'Incidents over time',
    how: `Every incident counts once, in the month in which it was opened on the clocks of ${config.timezone}; duplicates count too. From the first month to the present one, or to the last with an incident if that is later, none is left out. Severity and side are those of the record; where it names none, or calls the side unknown, it counts as not known.`,
    columns: [
      { key: 'month', label: 'Month', kind: 'text', names: 'month' },
      { key: 'incidents', label: 'Incidents', kind: 'count' },
      { key: 'critical', label: 'Critical', kind: 'count' },
      { key: 'major', label: 'Major', kind: 'count' },
      { key: 'minor', label: 'Minor', kind: 'count' },
      { key: 'low', label: 'Low', kind: 'count' },
      { key: 'severity_unknown', label: 'Severity not known', kind: 'count' },
      { key: 'ours', label: 'Our side', kind: 'count' },
      { key: 'customer', label: 'Customer’s side', kind: 'count' },
      { key: 'vendor', label: 'Vendor’s side', kind: 'count' },
      { key: 'network', label: 'Network', kind: 'count' },
      { key: 'side_unknown', label: 'Side not known', kind: 'count' },
    ],
    rows: everyMonth(months, monthAt(now, config.timezone)).map((month) => ({
      month,
      ...figures(byMonth.get(month) ?? []),
    })),
  };
};

function figures(found: readonly Incident[]): Row {
  const count = (matches: (fields: Incident['fields']) => boolean) =>
    found.filter(({ fields }) => matches(fields)).length;
  const known = sides.filter((side) => side !== 'unknown');
  return {
    incidents: found.length,
    ...Object.fromEntries(
      severities.map((severity) => [severity, count((fields) => fields.severity === severity)]),
    ),
    severity_unknown: count(({ severity }) => severity === undefined),
    ...Object.fromEntries(known.map((side) => [side, count((fields) => fields.side === side)])),
    side_unknown: count(({ side }) => side === undefined || side === 'unknown'),
  };
}

/** "2026-03". A bare day is in the month that it names. */
function monthOf(written: string, zone: string): string {
  return written.includes('T') ? monthAt(momentOf(written, zone).start, zone) : written.slice(0, 7);
}

function monthAt(time: number, zone: string): string {
  const { year, month } = Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(zone);
  return nameOf(year, month);
}

function nameOf(year: number, month: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
}

/** From the first of some months to the last, or to the present one, with those between. */
function everyMonth(months: readonly string[], present: string): string[] {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return [];
  const from = numberOf(first);
  const to = Math.max(numberOf(last), numberOf(present));
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const year = Math.floor((from + index) / 12);
    const month = ((from + index) % 12) + 1;
    return nameOf(year, month);
  });
}

function numberOf(month: string): number {
  const [year = 0, ofYear = 1] = month.split('-').map(Number);
  return year * 12 + ofYear - 1;
}

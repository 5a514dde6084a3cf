import type { Report } from '#derive/reports/report.ts';
import { plain } from '#report/paint.ts';
import type { Told } from '#report/tables/table-writer.ts';

/** A report with everything that formats have to escape. */
export const strange: Report = {
  name: 'strange',
  title: 'A * title | of <all>',
  how: 'Counted in Port_of_Spain.',
  columns: [
    { key: 'what', label: 'What', kind: 'text' },
    { key: 'count', label: 'How many', kind: 'count' },
    { key: 'took', label: 'Took', kind: 'minutes' },
    { key: 'share', label: 'Share', kind: 'share' },
  ],
  rows: [
    { what: '=SUM(A1)', count: 1, took: 95, share: 0.25 },
    { what: 'a "quoted", one', count: 0, took: undefined, share: undefined },
    { what: 'a|b `c` [d](e) \u001b[31m\r\n\u202e', count: 12, took: 0.5, share: 1 },
    { what: undefined, count: undefined, took: 0, share: 0 },
  ],
};

/** A report as the formats get it. */
export function toldOf(reports: Report[]): Told {
  return {
    reports,
    now: Date.UTC(2026, 2, 14),
    timezone: 'Europe/Vienna',
    textOf: (_, cell) => (cell === undefined ? '–' : String(cell)),
    paint: plain,
    width: 40,
  };
}

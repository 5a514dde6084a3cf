import { Temporal } from 'temporal-polyfill';
import { reportNames, reports, type ReportName } from '#derive/reports/index.ts';
import type { Cell, Column, Report } from '#derive/reports/report.ts';
import type { Site } from '#model/site.ts';
import { articlePath, incidentPath } from '../addresses.ts';
import type { Frame } from '../frame.ts';
import { timeText } from '../time-text.ts';
import type { Chart } from './charts/chart.ts';
import { internalFrame, internalHref } from './frame.ts';
import { cellTexts } from './report-cells.ts';
import { busiestProducts } from './report-charts/busiest-products.ts';
import { draws } from './report-charts/index.ts';

/** What all records say together: each report with its charts, its figures and how they come about. */
export interface ReportsPage {
  frame: Frame;
  lead: string;
  /** Said instead of everything else when there is no incident. */
  empty?: string;
  reports: ReportSection[];
}

export interface ReportSection {
  /** Its name on the command line, and its place in the page. */
  name: ReportName;
  title: string;
  /** What it says in one sentence; undefined where there is nothing to say. */
  says?: string;
  how: string;
  charts: Chart[];
  /** What the charts leave out. */
  note?: string;
  columns: { label: string; isNumber: boolean }[];
  rows: TableCell[][];
}

export interface TableCell {
  text: string;
  href?: string;
}

export function reportsPage(site: Site): ReportsPage {
  const { incidents, config, now } = site;
  const day = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(config.timezone);
  const asOf = timeText(day.toPlainDate().toString(), config).text;
  return {
    frame: internalFrame(site, { title: 'Reports', path: 'reports/' }),
    lead: `What all records say together, as of ${asOf}. The same figures come out of “fixlore report”, for spreadsheets and scripts as well.`,
    empty:
      incidents.length > 0 ? undefined : 'There is no incident yet, so there is nothing to add up.',
    reports: incidents.length > 0 ? reportNames.map((name) => sectionOf(site, name)) : [],
  };
}

function sectionOf(site: Site, name: ReportName): ReportSection {
  const report: Report = reports[name](site, site.now);
  const { title, how, columns, rows } = report;
  const textOf = cellTexts(site);
  const hrefOf = (column: Column, cell: Cell) => hrefIn(site, column, cell);
  const busiest = busiestProducts(site, report);
  const drawing = { site, report: busiest.report, textOf, hrefOf };
  const drawn = rows.length > 0 ? draws[name](drawing) : undefined;
  const charts = drawn?.charts ?? [];
  return {
    ...{ name, title, how, says: drawn?.says, charts },
    note: charts.length > 0 ? busiest.note : undefined,
    columns: columns.map(({ label, kind }) => ({ label, isNumber: kind !== 'text' })),
    rows: rows.map((row) =>
      columns.map((column) => {
        const cell = row[column.key];
        return { text: textOf(column, cell), href: hrefOf(column, cell) };
      }),
    ),
  };
}

/** The page of the record that a cell names. */
function hrefIn(site: Site, { names }: Column, cell: Cell): string | undefined {
  if (typeof cell !== 'string') return undefined;
  if (names === 'incident') return internalHref(site, incidentPath(cell));
  return names === 'article' ? internalHref(site, articlePath(cell)) : undefined;
}

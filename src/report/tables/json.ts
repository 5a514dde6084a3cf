import { jsonText } from '../json-text.ts';
import type { TableWriter } from './table-writer.ts';

/** For scripts: every cell as it was computed, null where nothing is known. */
export const json: TableWriter = ({ reports, now, timezone }) =>
  jsonText({
    now: new Date(now).toISOString(),
    timezone,
    reports: reports.map((report) => ({
      ...report,
      rows: report.rows.map((row) =>
        Object.fromEntries(report.columns.map(({ key }) => [key, row[key] ?? null])),
      ),
    })),
  });

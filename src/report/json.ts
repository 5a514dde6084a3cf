import { tally } from '#diagnostics/diagnostic.ts';
import type { Reporter } from './check-report.ts';

/** For scripts: one object with the counts and every diagnostic. */
export const json: Reporter = ({ diagnostics, recordCount }) =>
  `${JSON.stringify({ records: recordCount, ...tally(diagnostics), diagnostics }, null, 2)}\n`;

import { tally } from '#diagnostics/diagnostic.ts';
import { jsonText } from './json-text.ts';
import type { Reporter } from './check-report.ts';

/** For scripts: one object with the counts and every diagnostic. */
export const json: Reporter = ({ diagnostics, recordCount }) =>
  jsonText({ records: recordCount, ...tally(diagnostics), diagnostics });

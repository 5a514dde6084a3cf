import type { ReportName } from '#derive/reports/index.ts';
import {
  kindBars,
  promiseBars,
  provenBars,
  recurrenceBars,
  reuseBars,
  selfHelpBars,
  sideBars,
  toilBars,
} from './bars.ts';
import { overTime } from './over-time.ts';
import type { Draw } from './report-charts.ts';
import { attemptSpans, effortSpans, timeSpans } from './spans.ts';

/** How each report is drawn. */
export const draws: Record<ReportName, Draw> = {
  incidents: overTime,
  times: timeSpans,
  effort: effortSpans,
  sides: sideBars,
  'self-help': selfHelpBars,
  recurrence: recurrenceBars,
  reuse: reuseBars,
  attempts: attemptSpans,
  'attempt-kinds': kindBars,
  proven: provenBars,
  toil: toilBars,
  promises: promiseBars,
};

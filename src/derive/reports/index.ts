import { attemptKinds } from './attempt-kinds.ts';
import { attempts } from './attempts.ts';
import { effort } from './effort.ts';
import { incidents } from './incidents.ts';
import { manualWork } from './manual-work.ts';
import { promises } from './promises.ts';
import { proven } from './proven.ts';
import { recurrence } from './recurrence.ts';
import type { ReportOf } from './report.ts';
import { reuse } from './reuse.ts';
import { selfHelp } from './self-help.ts';
import { sides } from './sides.ts';
import { times } from './times.ts';

/** Every report by its name, in the order in which they are read. Adding one: write its file, name it here. */
export const reports = {
  incidents,
  times,
  effort,
  sides,
  'self-help': selfHelp,
  recurrence,
  reuse,
  attempts,
  'attempt-kinds': attemptKinds,
  proven,
  toil: manualWork,
  promises,
} satisfies Record<string, ReportOf>;

export type ReportName = keyof typeof reports;
export const reportNames = Object.keys(reports) as ReportName[];

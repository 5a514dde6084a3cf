import { momentOf } from '#model/moment.ts';
import type { Incident, Site } from '#model/site.ts';
import { timeText, type TimeText } from '../time-text.ts';
import { limitWords } from './incident-words.ts';

/** What helps until it is fixed, and until when it is meant to be needed. */
export interface WorkaroundView {
  summary: string;
  /** "until" and a day, or "was meant until" one that is over. */
  limit?: { word: string; time: TimeText; isPast: boolean };
  who?: string;
}

export function workaroundOf(
  { config, now }: Site,
  { fields }: Incident,
): WorkaroundView | undefined {
  if (!fields.workaround) return undefined;
  const { summary, until, customer_solvable } = fields.workaround;
  const isPast = until !== undefined && momentOf(until, config.timezone).end < now;
  return {
    summary,
    limit:
      until === undefined
        ? undefined
        : {
            word: isPast ? limitWords.past : limitWords.workaround,
            time: timeText(until, config),
            isPast,
          },
    who: solvableText(customer_solvable),
  };
}

function solvableText(isSolvable: boolean | undefined): string | undefined {
  if (isSolvable === undefined) return undefined;
  return isSolvable ? 'customers can do it alone' : 'it needs our help';
}

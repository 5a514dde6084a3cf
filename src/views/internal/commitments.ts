import { isBefore, momentOf } from '#model/moment.ts';
import type { Incident, Site } from '#model/site.ts';
import { optionalTime, timeText, type TimeText } from '../time-text.ts';
import type { Tag } from '../words.ts';

/** What was promised, handed over, or put off: each with who, when, and how it stands. */
export interface Commitment {
  what: string;
  who?: string;
  ref?: string;
  due?: TimeText;
  tag: Tag;
  doneAt?: TimeText;
  href?: string;
}

export interface Commitments {
  promises: Commitment[];
  handoffs: Commitment[];
  followUps: Commitment[];
}

/**
 * Without a clock, on purpose: a page that says "overdue" must be rendered again every day. What is
 * overdue is a question to the whole site and one moment.
 */
export function commitmentsOf({ config }: Site, { fields }: Incident): Commitments {
  const time = (written: string | undefined) => optionalTime(written, config);
  return {
    promises: (fields.promises ?? []).map(({ what, to, due, kept }) => ({
      what,
      who: to,
      due: time(due),
      tag: standing({ due, done: kept }, ['Kept', 'Kept late', 'Not kept yet'], config),
      doneAt: time(kept),
    })),
    handoffs: (fields.handoffs ?? []).map(({ to, ref, sent, due, returned }) => ({
      what: `Handed over ${timeText(sent, config).text}`,
      who: to,
      ref,
      due: time(due),
      tag: standing(
        { due, done: returned },
        ['Came back', 'Came back late', 'No answer yet'],
        config,
      ),
      doneAt: time(returned),
    })),
    followUps: (fields.follow_ups ?? []).map(({ what, owner, due, done, url }) => ({
      what,
      who: owner,
      due: time(due),
      tag: standing({ due, done }, ['Done', 'Done late', 'To do'], config),
      doneAt: time(done),
      href: url,
    })),
  };
}

/** Whether it was done, in time or late, in the words for it. */
function standing(
  { due, done }: { due: string | undefined; done: string | undefined },
  [inTime, late, open]: [string, string, string],
  { timezone }: Site['config'],
): Tag {
  if (!done) return { text: open, tone: 'warn' };
  const isLate = due !== undefined && isBefore(momentOf(due, timezone), momentOf(done, timezone));
  return isLate ? { text: late, tone: 'warn' } : { text: inTime, tone: 'good' };
}

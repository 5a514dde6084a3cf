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
      tag: kept ? { text: 'Kept', tone: 'good' } : { text: 'Not kept yet', tone: 'warn' },
      doneAt: time(kept),
    })),
    handoffs: (fields.handoffs ?? []).map(({ to, ref, sent, due, returned }) => ({
      what: `Handed over ${timeText(sent, config).text}`,
      who: to,
      ref,
      due: time(due),
      tag: returned ? { text: 'Came back', tone: 'good' } : { text: 'No answer yet', tone: 'warn' },
      doneAt: time(returned),
    })),
    followUps: (fields.follow_ups ?? []).map(({ what, owner, due, done, url }) => ({
      what,
      who: owner,
      due: time(due),
      tag: done ? { text: 'Done', tone: 'good' } : { text: 'To do', tone: 'none' },
      doneAt: time(done),
      href: url,
    })),
  };
}

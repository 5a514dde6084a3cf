import { commitmentsOf, lacksNextPromise, type Commitment } from '#derive/commitments.ts';
import type { Code } from '#diagnostics/catalogue.ts';
import type { Incident } from '#model/site.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * What was promised is kept, what was handed over comes back, what was put off is done; and whoever
 * waits for an open incident knows when to hear next. Imported records are left alone: nobody will
 * answer what was promised elsewhere years ago.
 */
export const keptCommitments: Rule = function* ({ site }) {
  for (const incident of site.incidents) {
    if (incident.fields.imported) continue;
    const all = commitmentsOf(incident, site.config.timezone, site.now);
    for (const commitment of all) {
      if (commitment.standing === 'overdue') yield overdue(incident, commitment);
    }
    if (lacksNextPromise(incident, site.config.timezone, site.now)) yield noNextPromise(incident);
  }
};

const texts: Record<
  Commitment['kind'],
  { code: Code; list: string; message: string; hint: string }
> = {
  promise: {
    code: 'promise-overdue',
    list: 'promises',
    message: 'The promise is overdue and not kept.',
    hint: 'Keep it, then write when in `kept`. If it cannot be kept, tell them, and add the new promise as the next item.',
  },
  handoff: {
    code: 'handoff-overdue',
    list: 'handoffs',
    message: 'The hand-off is overdue and has not come back.',
    hint: 'Ask there, then write when the answer came in `returned`, or move `due` and tell whoever waits.',
  },
  follow_up: {
    code: 'follow-up-overdue',
    list: 'follow_ups',
    message: 'The follow-up is overdue and not done.',
    hint: 'Do it, then write when in `done`, or agree on a new day and move `due`.',
  },
};

function overdue(incident: Incident, { kind, item }: Commitment): Finding {
  const { code, list, message, hint } = texts[kind];
  return { code, record: incident, at: [list, item, 'due'], message, hint };
}

function noNextPromise(incident: Incident): Finding {
  return {
    code: 'no-next-promise',
    record: incident,
    at: ['status'],
    message: `The incident is ${incident.fields.status}, and nobody was told when to expect to hear next.`,
    hint: 'Tell them, and add a promise with `to`, `what` and `due`.',
  };
}

import { commitments, type Commitment } from '#derive/commitments.ts';
import { incidentsById } from '#model/by-id.ts';
import { momentOf } from '#model/moment.ts';
import type { Incident, Site } from '#model/site.ts';
import { incidentPath } from '../../addresses.ts';
import { optionalTime } from '../../time-text.ts';
import { dayOf } from '../day.ts';
import { internalHref } from '../frame.ts';
import { daysText, type Register, type RegisterRow } from './register.ts';

/** What was promised, handed over or put off and is not done: broken first, each oldest first. */
export function promisesRegister(site: Site): Register {
  const zone = site.config.timezone;
  const byId = incidentsById(site);
  const isImported = ({ incident }: Commitment) =>
    byId.get(incident)?.fields.imported !== undefined;
  const all = commitments(site, site.now);
  const unknown = all.filter((one) => isImported(one) && one.done === undefined).length;
  const rows = all
    .filter((one) => !isImported(one))
    .map((commitment) => ({
      commitment,
      end: commitment.due === undefined ? 0 : momentOf(commitment.due, zone).end,
    }))
    .sort((a, b) => a.end - b.end);
  const group = (title: string, standing: Commitment['standing']) => ({
    title,
    rows: rows
      .filter(({ commitment }) => commitment.standing === standing)
      .map(({ commitment }) => rowOf(site, byId.get(commitment.incident)!, commitment)),
  });
  return {
    path: 'promises/',
    title: 'Promises',
    lead: `What was promised, handed over or put off, and is not done yet. What is overdue stands first; the oldest of each kind leads.${unknown > 0 ? ` ${elsewhere(unknown)}` : ''}`,
    empty:
      unknown > 0
        ? 'Nothing else is promised, handed over or put off.'
        : 'Nothing is promised, handed over or put off. Everything that was, is done.',
    groups: [
      group('Overdue', 'overdue'),
      group('Due', 'waiting'),
      group('Without a day', 'without_due'),
    ],
  };
}

/** Whoever imported them may not know whether they were done: a list of them would be no list of work. */
function elsewhere(count: number): string {
  return count === 1
    ? 'One thing that an imported incident promised or put off is told on its page alone: nobody knows whether it was done.'
    : `${count} things that imported incidents promised or put off are told on their pages alone: nobody knows whether they were done.`;
}

const kinds: Record<Commitment['kind'], string> = {
  promise: 'Promise',
  handoff: 'Hand-off',
  follow_up: 'Follow-up',
};

function rowOf(site: Site, incident: Incident, commitment: Commitment): RegisterRow {
  const { kind, due, standing } = commitment;
  const { what, who } = wordsOf(incident, commitment);
  const isOverdue = standing === 'overdue';
  return {
    href: internalHref(site, incidentPath(incident.id)),
    title: incident.fields.title,
    text: what,
    tags: [{ text: kinds[kind], tone: isOverdue ? 'bad' : 'none' }],
    notes: [...(who ? [who] : []), ...(isOverdue && due ? [overdueText(site, due)] : [])],
    due: optionalTime(due, site.config),
  };
}

/** What it is and whom it is with, as the record says. */
function wordsOf(
  { fields }: Incident,
  { kind, item }: Commitment,
): { what?: string; who?: string } {
  if (kind === 'promise') {
    const promise = fields.promises?.[item];
    return { what: promise?.what, who: promise && `to ${promise.to}` };
  }
  if (kind === 'handoff') {
    const handoff = fields.handoffs?.[item];
    const what = handoff?.ref && `Their reference: ${handoff.ref}`;
    return { what, who: handoff && `with ${handoff.to}` };
  }
  const followUp = fields.follow_ups?.[item];
  return { what: followUp?.what, who: followUp?.owner && `by ${followUp.owner}` };
}

/** Whole days since it was over; on the first of them the day of the calendar is told. */
function overdueText({ config, now }: Site, due: string): string {
  const over = momentOf(due, config.timezone).end + 1;
  const days = Math.floor((now - over) / 86_400_000);
  if (days > 0) return `overdue for ${daysText(days)}`;
  const isToday = dayOf(over, config.timezone) === dayOf(now, config.timezone);
  return `overdue since ${isToday ? 'today' : 'yesterday'}`;
}

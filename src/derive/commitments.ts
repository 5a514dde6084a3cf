import { isBefore, momentOf, type Moment } from '#model/moment.ts';
import type { Incident, Site } from '#model/site.ts';

/** A promise, a hand-off or a follow-up of an incident, and how it stands at one moment. */
export interface Commitment {
  kind: 'promise' | 'handoff' | 'follow_up';
  incident: string;
  /** Its position in the list of the record, from 0. */
  item: number;
  /** As written; undefined where no time was set. */
  due?: string;
  /** When it was kept, came back or was done, as written. */
  done?: string;
  standing: Standing;
}

export type Standing = 'waiting' | 'overdue' | 'without_due' | 'in_time' | 'late';

/**
 * Everything that was promised, handed over or put off, in the order of the site, at `now`
 * (milliseconds since 1970).
 *
 * A commitment that is done is `in_time`, or `late` if it was due before it was done; without a due
 * time it is in time. One that is not done is `overdue` once its due moment is over (a bare day is
 * over at its end, in the zone of the knowledge base), `waiting` until then, and `without_due` if
 * nobody said when.
 */
export function commitments(site: Site, now: number): Commitment[] {
  return site.incidents.flatMap((incident) => commitmentsOf(incident, site.config.timezone, now));
}

/** The same for one incident. */
export function commitmentsOf(incident: Incident, zone: string, now: number): Commitment[] {
  const { promises = [], handoffs = [], follow_ups = [] } = incident.fields;
  const standing = (due?: string, done?: string) => standingOf(due, done, { zone, now });
  return [
    ...promises.map(({ due, kept }, item) => ({
      ...{ kind: 'promise' as const, incident: incident.id, item },
      ...{ due, done: kept, standing: standing(due, kept) },
    })),
    ...handoffs.map(({ due, returned }, item) => ({
      ...{ kind: 'handoff' as const, incident: incident.id, item },
      ...{ due, done: returned, standing: standing(due, returned) },
    })),
    ...follow_ups.map(({ due, done }, item) => ({
      ...{ kind: 'follow_up' as const, incident: incident.id, item },
      ...{ due, done, standing: standing(due, done) },
    })),
  ];
}

function standingOf(
  due: string | undefined,
  done: string | undefined,
  { zone, now }: { zone: string; now: number },
): Standing {
  const limit = due === undefined ? undefined : momentOf(due, zone);
  if (done !== undefined) {
    return limit && isBefore(limit, momentOf(done, zone)) ? 'late' : 'in_time';
  }
  if (!limit) return 'without_due';
  return isOver(limit, now) ? 'overdue' : 'waiting';
}

function isOver({ end }: Moment, now: number): boolean {
  return end < now;
}

/** Whoever has just reported something is being answered. */
const firstAnswer = 3_600_000;

/**
 * Whether nobody was told when to hear next, at `now`: the incident is open or mitigated, was opened more
 * than an hour ago (a bare day ends first), and has no promise that can still be kept in time.
 */
export function lacksNextPromise({ fields }: Incident, zone: string, now: number): boolean {
  const { status, opened, promises = [] } = fields;
  if (status !== 'open' && status !== 'mitigated') return false;
  if (momentOf(opened, zone).end + firstAnswer >= now) return false;
  return !promises.some(({ due, kept }) => standingOf(due, kept, { zone, now }) === 'waiting');
}

import { compareMoments, momentOf } from '#model/moment.ts';
import type { Incident } from '#model/site.ts';

/**
 * One thing that happened, for the timeline. `item` is the position in the list of the record that it
 * comes from, where there is one.
 */
export interface TimelineEvent {
  kind:
    | 'change'
    | 'opened'
    | 'attempt'
    | 'mitigated'
    | 'resolved'
    | 'promise_due'
    | 'promise_kept'
    | 'handed_off'
    | 'handed_back'
    | 'verified'
    | 'seen_again';
  /** As written. */
  at: string;
  item?: number;
}

/**
 * Everything of an incident that has a time, in the order of time. A promise that was kept appears
 * once, when it was kept; one that was not, when it was due. Ties keep the order of the kinds in
 * `TimelineEvent`; a bare day stands before the instants of that day. Attempts without a time are
 * not in the timeline: the ledger has them.
 */
export function timeline({ fields }: Pick<Incident, 'fields'>, zone: string): TimelineEvent[] {
  const { recent_changes, attempts, promises, handoffs, fix, seen_again } = fields;
  const events: TimelineEvent[] = [
    ...each('change', recent_changes, ({ at }) => at),
    { kind: 'opened', at: fields.opened },
    ...each('attempt', attempts, ({ at }) => at),
    ...once('mitigated', fields.mitigated),
    ...once('resolved', fields.resolved),
    ...each('promise_due', promises, ({ due, kept }) => (kept ? undefined : due)),
    ...each('promise_kept', promises, ({ kept }) => kept),
    ...each('handed_off', handoffs, ({ sent }) => sent),
    ...each('handed_back', handoffs, ({ returned }) => returned),
    ...once('verified', fix?.verified),
    ...each('seen_again', seen_again, ({ at }) => at),
  ];
  return events
    .map((event) => ({ event, moment: momentOf(event.at, zone) }))
    .sort((a, b) => compareMoments(a.moment, b.moment))
    .map(({ event }) => event);
}

function each<Item>(
  kind: TimelineEvent['kind'],
  items: readonly Item[] | undefined,
  at: (item: Item) => string | undefined,
): TimelineEvent[] {
  return (items ?? []).flatMap((item, index) => {
    const when = at(item);
    return when === undefined ? [] : [{ kind, at: when, item: index }];
  });
}

function once(kind: TimelineEvent['kind'], at: string | undefined): TimelineEvent[] {
  return at === undefined ? [] : [{ kind, at }];
}

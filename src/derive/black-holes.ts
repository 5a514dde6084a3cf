import type { Incident, Site } from '#model/site.ts';
import { commitmentsOf, type Commitment } from './commitments.ts';

/** Something that somebody waits for and that nobody will hear of by itself. */
export type BlackHole =
  | { kind: 'no_next_promise'; incident: string }
  | { kind: 'promise' | 'handoff'; incident: string; commitment: Commitment };

/**
 * Where things disappear, at `now` (milliseconds since 1970), in the order of the site:
 *
 * - a promise that is overdue, whatever became of the incident;
 * - a hand-off that has not come back and is overdue, or for which nobody said when;
 * - an incident that is open or mitigated and has no promise that is still to be kept in time: whoever
 *   asked does not know when to expect to hear next.
 *
 * Imported incidents are left out: nobody will answer what was promised elsewhere years ago.
 */
export function blackHoles(site: Site, now: number): BlackHole[] {
  return site.incidents.flatMap((incident) =>
    incident.fields.imported
      ? []
      : holesOf(incident, commitmentsOf(incident, site.config.timezone, now)),
  );
}

function holesOf({ id, fields }: Incident, all: Commitment[]): BlackHole[] {
  const holes = all.flatMap((commitment): BlackHole[] => {
    const { kind, standing } = commitment;
    if (kind === 'follow_up') return [];
    const isLost = standing === 'overdue' || (kind === 'handoff' && standing === 'without_due');
    return isLost ? [{ kind, incident: id, commitment }] : [];
  });
  const isOpen = fields.status === 'open' || fields.status === 'mitigated';
  const hasNext = all.some(({ kind, standing }) => kind === 'promise' && standing === 'waiting');
  return isOpen && !hasNext ? [{ kind: 'no_next_promise', incident: id }, ...holes] : holes;
}

import type { Site } from '#model/site.ts';
import { commitmentsOf, lacksNextPromise, type Commitment } from './commitments.ts';

/** Something that somebody waits for and that nobody will hear of by itself. */
export type BlackHole =
  | { kind: 'no_next_promise'; incident: string }
  | { kind: 'promise' | 'handoff'; incident: string; commitment: Commitment };

/**
 * Where things disappear, at `now` (milliseconds since 1970), in the order of the site:
 *
 * - a promise that is overdue, whatever became of the incident;
 * - a hand-off that has not come back and is overdue, or for which nobody said when;
 * - an incident of which nobody was told when to hear next (see `lacksNextPromise`).
 *
 * Imported incidents are left out: nobody will answer what was promised elsewhere years ago.
 */
export function blackHoles(site: Site, now: number): BlackHole[] {
  return site.incidents.flatMap((incident) =>
    incident.fields.imported
      ? []
      : [
          ...(lacksNextPromise(incident, site.config.timezone, now)
            ? [{ kind: 'no_next_promise' as const, incident: incident.id }]
            : []),
          ...lost(incident.id, commitmentsOf(incident, site.config.timezone, now)),
        ],
  );
}

function lost(incident: string, all: Commitment[]): BlackHole[] {
  return all.flatMap((commitment): BlackHole[] => {
    const { kind, standing } = commitment;
    if (kind === 'follow_up') return [];
    const isLost = standing === 'overdue' || (kind === 'handoff' && standing === 'without_due');
    return isLost ? [{ kind, incident, commitment }] : [];
  });
}

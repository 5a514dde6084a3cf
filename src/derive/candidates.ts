import { minutesOf } from '#model/duration.ts';
import type { Incident, Site } from '#model/site.ts';

/** An incident that customers could have solved alone, and of which no article tells them how. */
export interface Candidate {
  incident: string;
  /** How often it was seen: once, and once more for each `seen_again` and each duplicate. */
  seen: number;
  /** Hands-on minutes, if written down. */
  effort?: number;
}

/**
 * What should become a self-help article next: incidents that are resolved (or archived), that a
 * customer could have solved alone, and that are the source of no article in any state.
 *
 * Ranked by how often they were seen, then by hands-on effort; an unknown effort ranks behind every
 * known one; ties in the order of the site.
 */
export function candidates(site: Site): Candidate[] {
  return site.incidents
    .filter(isCandidate)
    .map(({ id, fields, duplicates }) => ({
      incident: id,
      seen: 1 + (fields.seen_again?.length ?? 0) + duplicates.length,
      effort: fields.effort === undefined ? undefined : minutesOf(fields.effort),
    }))
    .sort((a, b) => b.seen - a.seen || (b.effort ?? -1) - (a.effort ?? -1));
}

function isCandidate({ fields, articles }: Incident): boolean {
  const isOver = fields.status === 'resolved' || fields.status === 'archived';
  return isOver && fields.fix?.customer_solvable === true && articles.length === 0;
}

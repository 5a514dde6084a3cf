import { incidentsById } from '#model/by-id.ts';
import { isBefore, momentOf } from '#model/moment.ts';
import type { Article, Incident, Site } from '#model/site.ts';

/** A source whose fix did not work when the problem was seen again. */
export interface Failure {
  incident: Incident;
  /** The position of the incident among the sources, from 0. */
  index: number;
  /** The position of the latest failure in `seen_again`, from 0. */
  failure: number;
}

/**
 * The sources of an article whose fix failed since its last review: a review on the day of the failure, or
 * later, has seen it. In the order of the sources.
 */
export function failuresSince(site: Site, { fields }: Article): Failure[] {
  const zone = site.config.timezone;
  const byId = incidentsById(site);
  const reviewed = fields.reviewed === undefined ? undefined : momentOf(fields.reviewed, zone);
  return (fields.sources ?? []).flatMap((id, index) => {
    const incident = byId.get(id);
    const failure = (incident?.fields.seen_again ?? []).findLastIndex(
      ({ fix_worked, at }) =>
        fix_worked === false && (!reviewed || isBefore(reviewed, momentOf(at, zone))),
    );
    return incident && failure !== -1 ? [{ incident, index, failure }] : [];
  });
}

import semver from 'semver';
import { minutesOf } from '#model/duration.ts';
import { momentOf } from '#model/moment.ts';
import { productOf } from '#model/config.ts';
import { incidentsById } from '#model/by-id.ts';
import type { Article, Site } from '#model/site.ts';
import { failuresSince } from './failed-again.ts';
import { sourceChanges, type SourceChange } from './source-digest.ts';

/** Why an article may no longer be true. */
export interface Staleness {
  article: string;
  /** A review is due since this time, in milliseconds since 1970. */
  reviewDue?: number;
  /** None of the versions it applies to is in use any more. */
  hasPastVersions: boolean;
  /** Its sources that say something else than when it was made; empty if it has no digest of them. */
  changes: SourceChange[];
  /** The sources whose fix did not work when the problem was seen again, since its last review. */
  failedAgain: string[];
}

/**
 * The articles that may no longer be true at `now` (milliseconds since 1970); drafts and archived ones
 * are left out, since nobody relies on them.
 *
 * - A review is due `review_every` (the article's own, else the configuration's) after the day of
 *   `reviewed` began. An article that was never reviewed is due from the start, since 1970 (0).
 * - Versions are past if the configuration names the versions in use of the product and the article
 *   applies to none of them: a list shares no name with them, a range covers none of those that are
 *   versions. An article without versions applies to all.
 * - What changed in the sources, and what failed again, is told by `sourceChanges` and `failuresSince`.
 *
 * In the order of the site.
 */
export function staleness(site: Site, now: number): Staleness[] {
  return site.articles
    .filter(({ fields }) => fields.state === 'published' || fields.state === 'validated')
    .map((article) => {
      const due = reviewDue(site, article);
      return {
        article: article.id,
        reviewDue: due <= now ? due : undefined,
        hasPastVersions: hasPastVersions(site, article),
        changes: changesIn(site, article) ?? [],
        failedAgain: failuresSince(site, article).map(({ incident }) => incident.id),
      };
    })
    .filter(
      ({ reviewDue, hasPastVersions, changes, failedAgain }) =>
        reviewDue !== undefined || hasPastVersions || changes.length > 0 || failedAgain.length > 0,
    );
}

/** What of an article's sources changed since it was made of them; undefined if nothing tells. */
export function changesIn(site: Site, { fields }: Article): SourceChange[] | undefined {
  if (fields.source_digest === undefined) return undefined;
  const byId = incidentsById(site);
  const sources = (fields.sources ?? []).flatMap((id) => byId.get(id) ?? []);
  return sourceChanges(sources, fields.source_digest);
}

/** When the next review of an article is due, in milliseconds since 1970. */
export function reviewDue({ config }: Site, { fields }: Article): number {
  if (fields.reviewed === undefined) return 0;
  const every = minutesOf(fields.review_every ?? config.review_every) * 60_000;
  return momentOf(fields.reviewed, config.timezone).start + every;
}

function hasPastVersions({ config }: Site, { fields }: Article): boolean {
  const inUse = productOf(config, fields.product)?.versions ?? [];
  const { versions } = fields;
  if (inUse.length === 0 || versions === undefined) return false;
  if (Array.isArray(versions)) return !versions.some((version) => inUse.includes(version));
  const known = inUse.flatMap((name) => semver.coerce(name) ?? []);
  return known.length > 0 && !known.some((version) => semver.satisfies(version, versions));
}

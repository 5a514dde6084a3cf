import { momentOf } from '#model/moment.ts';
import type { Incident, Site } from '#model/site.ts';

/** An attempt that did not help and is still in place. */
export interface Leftover {
  incident: string;
  /** The position of the attempt, from 0. */
  attempt: number;
  product: string;
  component?: string;
  /** When it was done, as written; undefined if nobody wrote that down. */
  since?: string;
  /** Whole days from then to now, rounded down; undefined if `since` is, or has not come yet. */
  age?: number;
}

const day = 86_400_000;

/**
 * What is still in place today although it did not help, at `now` (milliseconds since 1970): every
 * attempt that was `left_in_place` and whose outcome is neither `fixed` nor `partly`. An attempt that
 * was taken back later says so itself (`reverted`), and one of which nobody knows is none. An attempt
 * without an outcome counts: nobody has said that it helped.
 *
 * Oldest first; those of unknown age after all others; ties in the order of the site and the record.
 */
export function leftovers(site: Site, now: number): Leftover[] {
  const all = site.incidents.flatMap((incident) =>
    leftoversOf(incident, site.config.timezone, now),
  );
  return all.sort((a, b) => (b.age ?? -1) - (a.age ?? -1));
}

function leftoversOf({ id, fields }: Incident, zone: string, now: number): Leftover[] {
  const { product, component, attempts = [] } = fields;
  return attempts.flatMap(({ outcome, afterwards, at }, attempt) => {
    const isLeft = afterwards === 'left_in_place' && outcome !== 'fixed' && outcome !== 'partly';
    if (!isLeft) return [];
    const age = at === undefined ? -1 : Math.floor((now - momentOf(at, zone).start) / day);
    const known = age < 0 ? undefined : age;
    return [{ incident: id, attempt, product, component, since: at, age: known }];
  });
}

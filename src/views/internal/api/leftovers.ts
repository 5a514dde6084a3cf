import { leftovers } from '#derive/leftovers.ts';
import { proof } from '#derive/proof.ts';
import { incidentsById } from '#model/by-id.ts';
import type { Site } from '#model/site.ts';
import { incidentPath } from '../../addresses.ts';
import { fullHref } from '../full-href.ts';

/** An attempt that did not help and is still in place. */
export interface LeftoverData {
  incident: string;
  url: string;
  /** Its position in the record, from 0. */
  attempt: number;
  action: string;
  product: string;
  component?: string;
  /** As written; missing where nobody wrote it down, and then `age_days` is, too. */
  since?: string;
  age_days?: number;
  /** The fix is known to work without it. */
  can_be_retired: boolean;
}

/** The oldest first, those of unknown age last. */
export function leftoversData(site: Site): LeftoverData[] {
  const byId = incidentsById(site);
  return leftovers(site, site.now).map(({ incident: id, attempt, age, ...place }) => {
    const incident = byId.get(id)!;
    return {
      incident: id,
      url: fullHref(site, `${incidentPath(id)}#attempt-${attempt + 1}`),
      attempt,
      action: incident.fields.attempts?.[attempt]?.action ?? '',
      ...place,
      age_days: age,
      can_be_retired: proof(incident).kind === 'proven_alone',
    };
  });
}

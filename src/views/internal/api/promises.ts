import { commitments, type Commitment } from '#derive/commitments.ts';
import { incidentsById } from '#model/by-id.ts';
import type { Site } from '#model/site.ts';
import { incidentPath } from '../../addresses.ts';
import { commitmentFacts, type CommitmentFacts } from '../commitment-facts.ts';
import { fullHref } from '../full-href.ts';

/** A promise, a hand-off or a follow-up. */
export interface PromiseData extends CommitmentFacts {
  kind: Commitment['kind'];
  incident: string;
  url: string;
  /** Its position in the list of the record, from 0. */
  item: number;
  /** As written. */
  due?: string;
  /** When it was kept, came back or was done, as written. */
  done?: string;
  standing: Commitment['standing'];
}

/** All of them, in the order of the incidents; those of imported records are left out. */
export function promisesData(site: Site): PromiseData[] {
  const byId = incidentsById(site);
  return commitments(site, site.now).flatMap((commitment) => {
    const { kind, item, due, done, standing } = commitment;
    const incident = byId.get(commitment.incident)!;
    if (incident.fields.imported) return [];
    const url = fullHref(site, incidentPath(incident.id));
    const facts = commitmentFacts(incident, commitment);
    return [{ kind, incident: incident.id, url, item, ...facts, due, done, standing }];
  });
}

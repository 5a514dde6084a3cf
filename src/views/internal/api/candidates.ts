import { candidates } from '#derive/candidates.ts';
import { incidentsById } from '#model/by-id.ts';
import type { Site } from '#model/site.ts';
import { incidentPath } from '../../addresses.ts';
import { fullHref } from '../full-href.ts';

/** An incident that customers could have solved alone, and of which no article tells them how. */
export interface CandidateData {
  incident: string;
  title: string;
  url: string;
  /** How often it was seen, the first time included. */
  seen: number;
  effort_minutes?: number;
}

/** The most worthwhile first. */
export function candidatesData(site: Site): CandidateData[] {
  const byId = incidentsById(site);
  return candidates(site).map(({ incident, seen, effort }) => ({
    incident,
    title: byId.get(incident)?.fields.title ?? '',
    url: fullHref(site, incidentPath(incident)),
    seen,
    effort_minutes: effort,
  }));
}

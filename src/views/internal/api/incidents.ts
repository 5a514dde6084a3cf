import { confidence } from '#derive/confidence.ts';
import { durations } from '#derive/durations.ts';
import { proof } from '#derive/proof.ts';
import type { Incident, Site } from '#model/site.ts';
import { incidentPath } from '../../addresses.ts';
import { fullHref } from '../full-href.ts';

/** An incident as it was written, and what is derived from it. Without its body. */
export type IncidentData = Incident['fields'] & {
  id: string;
  /** In full if the site's address is configured, else a path. */
  url: string;
  file: string;
  /** The ids of the articles made from it, and of its duplicates. */
  articles: string[];
  duplicates: string[];
  /** Positions of attempts count from 0. */
  proof: ReturnType<typeof proof>;
  confidence?: ReturnType<typeof confidence>;
  minutes_to_mitigate?: number;
  minutes_to_resolve?: number;
  effort_minutes?: number;
};

/** All incidents, the latest first. */
export function incidentsData(site: Site): IncidentData[] {
  return site.incidents.map((incident) => {
    const { id, file, fields, articles, duplicates } = incident;
    const took = durations(incident, site.config.timezone);
    return {
      id,
      url: fullHref(site, incidentPath(id)),
      file,
      ...fields,
      articles,
      duplicates,
      proof: proof(incident),
      confidence: confidence(incident),
      minutes_to_mitigate: took.toMitigate,
      minutes_to_resolve: took.toResolve,
      effort_minutes: took.effort,
    };
  });
}

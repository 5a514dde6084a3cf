import type { Incident, Site } from './site.ts';

const known = new WeakMap<Site, ReadonlyMap<string, Incident>>();

/** The incidents of a site by their ids, put together once. */
export function incidentsById(site: Site): ReadonlyMap<string, Incident> {
  const { incidents } = site;
  const found = known.get(site) ?? new Map(incidents.map((one) => [one.id, one] as const));
  known.set(site, found);
  return found;
}

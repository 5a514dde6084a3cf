import { lookAlikes, type LookAlike } from '#derive/look-alikes.ts';
import { incidentsById } from '#model/by-id.ts';
import type { Incident, Site } from '#model/site.ts';
import { incidentPath } from '../../addresses.ts';
import { internalHref } from '../frame.ts';
import type { Register, RegisterRow } from './register.ts';

/** Incidents that look the same and are not; those that nobody told apart first. */
export function lookAlikesRegister(site: Site): Register {
  const byId = incidentsById(site);
  const pairs = lookAlikes(site);
  const rows = (isToldApart: boolean) =>
    pairs
      .filter((pair) => pair.isToldApart === isToldApart)
      .map((pair) => rowOf(site, pair, (id) => byId.get(id)!));
  return {
    path: 'look-alikes/',
    title: 'Look-alikes',
    lead: 'Pairs of incidents whose symptoms match and whose fixes differ. Each wants a word on how to tell them apart.',
    empty: 'No two incidents look the same and were fixed differently.',
    groups: [
      { title: 'Not told apart yet', rows: rows(false) },
      { title: 'Told apart', rows: rows(true) },
    ],
  };
}

function rowOf(
  site: Site,
  { incidents: [first, second], similarity, isToldApart }: LookAlike,
  incident: (id: string) => Incident,
): RegisterRow {
  const link = (id: string) => ({
    title: incident(id).fields.title,
    href: internalHref(site, incidentPath(id)),
  });
  const told = incident(first).unlike.find(({ incident: id }) => id === second);
  return {
    ...link(first),
    text: told?.tell_apart,
    tags: isToldApart ? [] : [{ text: 'Say how to tell them apart', tone: 'warn' }],
    notes: isToldApart ? [] : [`${Math.round(similarity * 100)} % of what was said is alike`],
    others: [link(second)],
  };
}

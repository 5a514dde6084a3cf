import { toil } from '#derive/toil.ts';
import { incidentsById } from '#model/by-id.ts';
import { productName } from '#model/config.ts';
import type { Incident, Site } from '#model/site.ts';
import { incidentPath } from '../../addresses.ts';
import { workText } from '../../time-text.ts';
import { internalHref } from '../frame.ts';
import type { Register, RegisterRow } from './register.ts';

/** What people did by hand between two systems, the product that costs most time first. */
export function toilRegister(site: Site): Register {
  const byId = incidentsById(site);
  return {
    path: 'toil/',
    title: 'Work by hand',
    lead: 'Where a person was the interface between two systems. The product that costs most minutes comes first: automate that.',
    empty: 'Nobody wrote down a step that was done by hand between two systems.',
    groups: toil(site).map(({ product, minutes, unknown, incidents }) => ({
      title: `${productName(site.config, product)}: ${timeOf(minutes, unknown)}`,
      rows: incidents.flatMap((id) => rowsOf(site, byId.get(id)!)),
    })),
  };
}

function timeOf(minutes: number, unknown: number): string {
  if (minutes === 0) return 'time not known';
  return `${workText(minutes)}${unknown > 0 ? ' and more' : ''}`;
}

function rowsOf(site: Site, { id, fields }: Incident): RegisterRow[] {
  return (fields.manual_steps ?? []).map(({ what, minutes }) => ({
    href: internalHref(site, incidentPath(id)),
    title: what,
    text: fields.title,
    tags: [],
    notes: [minutes === undefined ? 'time not known' : workText(minutes)],
  }));
}

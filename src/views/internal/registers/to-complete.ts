import { productName } from '#model/config.ts';
import type { Incident, Site } from '#model/site.ts';
import { holesOf } from '#validate/imported-incomplete.ts';
import { incidentPath } from '../../addresses.ts';
import { timeText } from '../../time-text.ts';
import { statusTags } from '../../words.ts';
import { internalHref } from '../frame.ts';
import type { Register, RegisterRow } from './register.ts';

/** Imported incidents that lack what one written here would have, the latest first. */
export function toCompleteRegister(site: Site): Register {
  const rows = site.incidents.flatMap((incident) => {
    const holes = holesOf(incident);
    return holes.length > 0 ? [rowOf(site, incident, holes)] : [];
  });
  return {
    path: 'to-complete/',
    title: 'To complete',
    lead: 'Imported incidents with holes. Whoever still remembers can fill them in; drills and reports use only what is there.',
    empty: 'No imported incident lacks anything.',
    groups: [{ title: 'Imported, with holes', rows }],
  };
}

function rowOf(site: Site, { id, fields }: Incident, holes: string[]): RegisterRow {
  return {
    href: internalHref(site, incidentPath(id)),
    title: fields.title,
    text: `Missing: ${holes.map((hole) => hole.replaceAll('`', '')).join(', ')}`,
    tags: [statusTags[fields.status]],
    notes: [productName(site.config, fields.product), timeText(fields.opened, site.config).text],
  };
}

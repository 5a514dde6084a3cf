import { leftovers, type Leftover } from '#derive/leftovers.ts';
import { proof } from '#derive/proof.ts';
import { incidentsById } from '#model/by-id.ts';
import { componentName, productName } from '#model/config.ts';
import type { Incident, Site } from '#model/site.ts';
import { incidentPath } from '../../addresses.ts';
import { outcomeTags, type Tag } from '../../words.ts';
import { timeText } from '../../time-text.ts';
import { internalHref } from '../frame.ts';
import { daysText, type Register, type RegisterRow } from './register.ts';

/** What did not help and is still in place, by product and component, the oldest first. */
export function leftoversRegister(site: Site): Register {
  const { config } = site;
  const byId = incidentsById(site);
  const places = Map.groupBy(leftovers(site, site.now), ({ product, component }) =>
    component
      ? `${productName(config, product)} › ${componentName(config, product, component)}`
      : productName(config, product),
  );
  return {
    path: 'leftovers/',
    title: 'Leftovers',
    lead: 'Changes that did not help and are still in place, by product and component. Where the fix is known to work without them, they can be retired.',
    empty: 'Nothing that did not help is still in place.',
    groups: [...places]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([title, found]) => ({
        title,
        rows: found.map((leftover) => rowOf(site, byId.get(leftover.incident)!, leftover)),
      })),
  };
}

function rowOf(site: Site, incident: Incident, { attempt, since, age }: Leftover): RegisterRow {
  const tried = incident.fields.attempts?.[attempt];
  return {
    href: internalHref(site, `${incidentPath(incident.id)}#attempt-${attempt + 1}`),
    title: tried?.action ?? '',
    text: incident.fields.title,
    tags: [...(tried?.outcome ? [outcomeTags[tried.outcome]] : []), retirement(incident)],
    notes: [ageText(site, since, age)],
  };
}

function ageText({ config }: Site, since: string | undefined, age: number | undefined): string {
  if (age !== undefined) return `in place for ${daysText(age)}`;
  if (since === undefined) return 'nobody wrote down since when';
  return `in place from ${timeText(since, config).text} on`;
}

/** Whether it can go: the proof of the fix says so. */
function retirement(incident: Incident): Tag {
  const known = proof(incident);
  if (known.kind === 'proven_alone') return { text: 'Can be retired', tone: 'good' };
  if (known.kind === 'no_fix') return { text: 'There is no fix yet', tone: 'none' };
  return { text: 'May be part of the fix', tone: 'warn' };
}

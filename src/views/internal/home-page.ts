import type { Incident, Site } from '#model/site.ts';
import { articlesPath, homePath, incidentsPath } from '../addresses.ts';
import type { Frame } from '../frame.ts';
import { internalFrame, internalHref } from './frame.ts';
import { facetGroups, facetPath } from './incident-facets.ts';
import { incidentRow, type IncidentRow } from './incident-list.ts';

/** Where engineers and agents begin: what is open, what was resolved last, where to look. */
export interface HomePage {
  frame: Frame;
  open: IncidentRow[];
  openCount: number;
  openHref: string;
  latest: IncidentRow[];
  counts: { label: string; count: number; href: string }[];
  products: { name: string; count: number; href: string }[];
}

const shownOpen = 20;
const shownLatest = 8;

export function homePage(site: Site): HomePage {
  const isOpen = ({ fields }: Incident) =>
    fields.status === 'open' || fields.status === 'mitigated';
  const open = site.incidents.filter(isOpen);
  const products = facetGroups(site).find(({ name }) => name === 'product')?.values ?? [];
  return {
    frame: internalFrame(site, { title: 'Today', path: homePath }),
    open: open.slice(0, shownOpen).map((incident) => incidentRow(site, incident)),
    openCount: open.length,
    openHref: internalHref(site, facetPath('status', 'open')),
    latest: site.incidents
      .filter((incident) => !isOpen(incident))
      .slice(0, shownLatest)
      .map((incident) => incidentRow(site, incident)),
    counts: [
      {
        label: 'incidents',
        count: site.incidents.length,
        href: internalHref(site, incidentsPath),
      },
      { label: 'articles', count: site.articles.length, href: internalHref(site, articlesPath) },
    ],
    products: products.map(({ text, count, path }) => ({
      name: text,
      count,
      href: internalHref(site, path),
    })),
  };
}

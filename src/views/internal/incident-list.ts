import { productName } from '#model/config.ts';
import type { Incident, Site } from '#model/site.ts';
import { incidentPath, incidentsPath } from '../addresses.ts';
import type { Frame } from '../frame.ts';
import { pageAddress, pageLinks, paginated, type Page, type PageLinks } from '../page.ts';
import { timeText, type TimeText } from '../time-text.ts';
import { severityTags, statusTags, type Tag } from '../words.ts';
import { internalFrame, internalHref } from './frame.ts';
import {
  facetGroups,
  facetLabels,
  facetText,
  facetValues,
  type FacetGroup,
  type FacetName,
} from './incident-facets.ts';

/** A list of incidents: all of them or those with one value, cut into pages. */
export interface IncidentList {
  frame: Frame;
  title: string;
  count: number;
  rows: IncidentRow[];
  facets: ListFacet[];
  /** The facet that this page is about. */
  chosen?: { label: string; text: string };
  /** The list of all incidents. */
  allHref: string;
  pages: PageLinks;
  /** Which incident has which values, for combining facets with a script. */
  tableHref: string;
}

export interface IncidentRow {
  href: string;
  title: string;
  quote: string;
  product: string;
  opened: TimeText;
  status: Tag;
  severity?: Tag;
}

export interface ListFacet {
  name: FacetName;
  label: string;
  /** The most frequent ones; the others are folded away. */
  values: ListFacetValue[];
  further: ListFacetValue[];
}

export interface ListFacetValue {
  value: string;
  text: string;
  count: number;
  href: string;
  isChosen: boolean;
}

/** A few more than this are shown as well: folding two away helps nobody. */
const shownValues = 10;

export const rowsPerPage = 100;
export const facetTablePath = 'api/incident-facets.json';

/** `/incidents/` and its further pages. The first has no `page` in its address. */
export function incidentListPages(site: Site): Page<IncidentList>[] {
  return listPages(site, site.incidents, facetGroups(site));
}

/** `/incidents/by/<facet>/<value>/` for every value that occurs. */
export function facetListPages(site: Site): Page<IncidentList>[] {
  const groups = facetGroups(site);
  return groups.flatMap(({ name, values }) => {
    const byValue = Map.groupBy(site.incidents, (incident) => facetValues(incident)[name]);
    return values.flatMap(({ value }) =>
      listPages(site, byValue.get(value) ?? [], groups, { name, value }),
    );
  });
}

/** One value that every incident has narrows nothing down. */
function isOfUse({ incidents }: Site, { values }: FacetGroup): boolean {
  return values.length > 1 || values[0]?.count !== incidents.length;
}

interface Choice {
  name: FacetName;
  value: string;
}

function listPages(
  site: Site,
  incidents: readonly Incident[],
  groups: FacetGroup[],
  choice?: Choice,
): Page<IncidentList>[] {
  const path = choice ? `${incidentsPath}by/${choice.name}/${choice.value}/` : incidentsPath;
  const facets = groups
    .filter((group) => group.name === choice?.name || isOfUse(site, group))
    .map((group) => listFacet(site, group, choice));
  const chosen = choice && {
    label: facetLabels[choice.name],
    text: facetText(site, choice.name, choice.value),
  };
  const title = chosen ? `Incidents: ${chosen.text}` : 'Incidents';
  const cuts = paginated(incidents, rowsPerPage);
  return cuts.map((cut, index) => ({
    params: { ...choice, page: index === 0 ? undefined : `page/${index + 1}` },
    model: {
      frame: internalFrame(site, {
        title: index === 0 ? title : `${title}, page ${index + 1}`,
        path: index === 0 ? path : `${path}page/${index + 1}/`,
        crumbs: choice ? [{ label: 'Incidents', path: incidentsPath }] : [],
      }),
      title,
      count: incidents.length,
      rows: cut.map((incident) => incidentRow(site, incident)),
      facets,
      chosen,
      pages: pageLinks(pageAddress(internalHref(site, path)), index, cuts.length),
      tableHref: internalHref(site, facetTablePath),
      allHref: internalHref(site, incidentsPath),
    },
  }));
}

export function incidentRow(site: Site, { id, fields }: Incident): IncidentRow {
  return {
    href: internalHref(site, incidentPath(id)),
    title: fields.title,
    quote: fields.symptoms[0] ?? '',
    product: productName(site.config, fields.product),
    opened: timeText(fields.opened, site.config),
    status: statusTags[fields.status],
    severity: fields.severity && severityTags[fields.severity],
  };
}

function listFacet(site: Site, { name, label, values }: FacetGroup, choice?: Choice): ListFacet {
  const all = values.map(({ value, text, count, path }) => ({
    value,
    text,
    count,
    href: internalHref(site, path),
    isChosen: choice?.name === name && choice.value === value,
  }));
  const cut = all.length > shownValues + 3 ? shownValues : all.length;
  return { name, label, values: all.slice(0, cut), further: all.slice(cut) };
}

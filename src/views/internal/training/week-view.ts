import { firstWeek, type Reused } from '#derive/first-week.ts';
import { incidentsById } from '#model/by-id.ts';
import { productName } from '#model/config.ts';
import type { Site } from '#model/site.ts';
import { articlePath, incidentPath } from '../../addresses.ts';
import { internalHref } from '../frame.ts';
import { facetPath } from '../incident-facets.ts';
import { drillName } from './drill-name.ts';
import { drillRow, type DrillRow } from './drill-rows.ts';
import { drillsAtHand } from './drills-at-hand.ts';

/** The path for the first week. */
export interface WeekView {
  products: { text: string; count: string; href: string }[];
  reading: ReadingRow[];
  drills: DrillRow[];
}

export interface ReadingRow {
  title: string;
  /** An incident is named by what the customer said. */
  isQuoted: boolean;
  href: string;
  /** "Article", "Known fix". */
  what: string;
  /** Why it is here: "made from 2 incidents, seen 3 times again". */
  use: string;
}

export function weekView(site: Site): WeekView {
  const { briefs } = drillsAtHand(site);
  const { products, reused, drills } = firstWeek(site, briefs);
  const byId = new Map(briefs.map((brief) => [brief.incident, brief]));
  return {
    products: products.map(({ product, incidents }) => ({
      text: productName(site.config, product),
      count: incidents === 1 ? 'one incident' : `${incidents} incidents`,
      href: internalHref(site, facetPath('product', product)),
    })),
    reading: reused.map((one) => readingRow(site, one)),
    drills: drills.flatMap((id) => {
      const brief = byId.get(id);
      return brief ? [drillRow(site, brief)] : [];
    }),
  };
}

function readingRow(site: Site, one: Reused): ReadingRow {
  const { kind, id } = one;
  const use = useText(one);
  if (kind === 'article') {
    const title = site.articles.find((article) => article.id === id)?.fields.title ?? id;
    return {
      title,
      isQuoted: false,
      href: internalHref(site, articlePath(id)),
      what: 'Article',
      use,
    };
  }
  const incident = incidentsById(site).get(id);
  return {
    title: incident ? drillName(site, incident).quote : id,
    isQuoted: true,
    href: internalHref(site, incidentPath(id)),
    what: 'Known fix',
    use,
  };
}

function useText({ kind, sources, again }: Reused): string {
  const parts = [
    kind === 'article' &&
      sources > 0 &&
      `made from ${sources === 1 ? 'one incident' : `${sources} incidents`}`,
    again > 0 && `seen again ${again === 1 ? 'once' : again === 2 ? 'twice' : `${again} times`}`,
  ];
  return parts.filter(Boolean).join(', ');
}

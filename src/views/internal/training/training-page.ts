import type { Difficulty } from '#derive/drills/drill.ts';
import { productName } from '#model/config.ts';
import type { Site } from '#model/site.ts';
import type { Frame } from '../../frame.ts';
import { pageAddress, pageLinks, paginated, type Page, type PageLinks } from '../../page.ts';
import { internalFrame, internalHref } from '../frame.ts';
import { drillRow, type DrillRow } from './drill-rows.ts';
import { drillsAtHand, type DrillBrief } from './drills-at-hand.ts';
import { weekView, type WeekView } from './week-view.ts';
import { coveragePath, drillTablePath, productTrainingPath, trainingPath } from './paths.ts';

/** A list of drills, easiest first: all of them or those of a product, cut into pages. */
export interface TrainingPage {
  kind: 'list';
  frame: Frame;
  title: string;
  lead: string;
  /** Said instead of a list: why there is none, and what makes a drill. */
  empty?: { why: string; todo: string };
  /** On the first page of all drills, if there is anything to say. */
  week?: WeekView;
  count: number;
  groups: DrillGroup[];
  /** To narrow down without a script; none if there is one product only. */
  products: { id: string; text: string; count: number; href: string; isChosen: boolean }[];
  allHref: string;
  coverageHref: string;
  /** All drills of all pages, for a script. */
  tableHref: string;
  pages: PageLinks;
}

export interface DrillGroup {
  level: Difficulty['level'];
  title: string;
  rows: DrillRow[];
}

export const drillsPerPage = 100;

const levelTitles: Record<Difficulty['level'], string> = {
  easy: 'Easy',
  medium: 'Medium',
  hard: 'Hard',
};

/** `/training/`, `/training/by/product/<id>/` for each product that has drills, and their further pages. */
export function trainingPages(site: Site): Page<TrainingPage>[] {
  const { briefs } = drillsAtHand(site);
  const byProduct = Map.groupBy(briefs, ({ product }) => product);
  return [
    ...listPages(site, briefs),
    ...[...byProduct].flatMap(([product, some]) => listPages(site, some, product)),
  ];
}

function listPages(
  site: Site,
  briefs: readonly DrillBrief[],
  product?: string,
): Page<TrainingPage>[] {
  const path = product === undefined ? trainingPath : productTrainingPath(product);
  const name = product === undefined ? undefined : productName(site.config, product);
  const title = name === undefined ? 'Training' : `Training: ${name}`;
  const cuts = paginated(briefs, drillsPerPage);
  return cuts.map((cut, index) => {
    const page = index === 0 ? '' : `page/${index + 1}/`;
    const below = `${path}${page}`.slice(trainingPath.length, -1);
    return {
      params: { page: below === '' ? undefined : below },
      model: {
        kind: 'list',
        frame: internalFrame(site, {
          title: index === 0 ? title : `${title}, page ${index + 1}`,
          path: path + page,
          crumbs: product === undefined ? [] : [{ label: 'Training', path: trainingPath }],
        }),
        title,
        lead: 'Every drill is a real incident: what was known then, what you would do next, and what really happened.',
        ...(briefs.length === 0 && { empty: emptyText(site) }),
        ...(product === undefined && index === 0 && briefs.length > 0 && { week: weekView(site) }),
        count: briefs.length,
        groups: groupsOf(site, cut),
        products: productsOf(site, product),
        allHref: internalHref(site, trainingPath),
        coverageHref: internalHref(site, coveragePath),
        tableHref: internalHref(site, drillTablePath),
        pages: pageLinks(pageAddress(internalHref(site, path)), index, cuts.length),
      },
    };
  });
}

function groupsOf(site: Site, briefs: readonly DrillBrief[]): DrillGroup[] {
  const groups = Map.groupBy(briefs, ({ difficulty }) => difficulty.level);
  return [...groups].map(([level, some]) => ({
    level,
    title: levelTitles[level],
    rows: some.map((brief) => drillRow(site, brief)),
  }));
}

function productsOf(site: Site, chosen: string | undefined): TrainingPage['products'] {
  const byProduct = Map.groupBy(drillsAtHand(site).briefs, ({ product }) => product);
  if (byProduct.size < 2) return [];
  return [...byProduct]
    .map(([id, { length: count }]) => ({
      id,
      text: productName(site.config, id),
      count,
      href: internalHref(site, productTrainingPath(id)),
      isChosen: id === chosen,
    }))
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
}

function emptyText({ incidents }: Site): TrainingPage['empty'] {
  return {
    why:
      incidents.length === 0
        ? 'There is no drill, because no incident is written down yet.'
        : 'There is no drill yet: none of the incidents can be made into one.',
    todo: 'It takes an incident that is resolved and tells two attempts or more: what was done, why, and what came of it. What each incident lacks is on the page of the coverage.',
  };
}

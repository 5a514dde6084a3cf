import { coverage, type Area, type Coverage } from '#derive/drills/coverage.ts';
import type { WhyNoDrill } from '#derive/drills/drill.ts';
import type { DrillGaps } from '#derive/drills/gaps.ts';
import { incidentsById } from '#model/by-id.ts';
import { componentName, productName, type Config } from '#model/config.ts';
import type { Incident, Site } from '#model/site.ts';
import { incidentPath } from '../../addresses.ts';
import type { Frame } from '../../frame.ts';
import { pageAddress, pageLinks, paginated, type Page, type PageLinks } from '../../page.ts';
import type { Tag } from '../../words.ts';
import { difficultyWords } from '../drill-words.ts';
import { internalFrame, internalHref } from '../frame.ts';
import { drillName } from './drill-name.ts';
import { drillsAtHand } from './drills-at-hand.ts';
import { completeWords, gapTexts } from './coverage-words.ts';
import { coveragePath, drillPath, trainingPath } from './paths.ts';

/** For whoever runs the training: what can be trained on, what could be, and what records lack. */
export interface CoveragePage {
  kind: 'coverage';
  frame: Frame;
  lead: string;
  empty?: string;
  /** On the first page only. */
  products: ProductCoverage[];
  /** On all pages together. */
  count: number;
  groups: CoverageGroup[];
  pages: PageLinks;
}

export interface ProductCoverage {
  name: string;
  areas: AreaRow[];
}

export interface AreaRow {
  name: string;
  /** "2 easy, 1 hard". */
  drills: string;
  /** Said instead where there is none: nobody can train on it, or nothing happened yet. */
  lack?: Tag;
  state: 'trained' | 'none' | 'nothing';
  incidents: number;
  couldBe: number;
  withGaps: number;
}

export interface CoverageGroup {
  title: string;
  /** What to do about all of them. */
  todo: string;
  rows: CoverageRow[];
}

export interface CoverageRow {
  title: string;
  /** The title of a drill's incident would tell its answer: such a row has the customer's words. */
  isQuoted: boolean;
  href: string;
  texts: string[];
  product: string;
  drillHref?: string;
}

const rowsPerPage = 100;

/** `/training/coverage/` and, where there is much to complete, its further pages. */
export function coveragePages(site: Site): Page<CoveragePage>[] {
  const { briefs, none } = drillsAtHand(site);
  const found = coverage(site, briefs, none);
  const all = groupsOf(site, found).flatMap(({ rows, ...group }) =>
    rows.map((row) => ({ group, row })),
  );
  const cuts = paginated(all, rowsPerPage);
  return cuts.map((some, index) => {
    const page = index === 0 ? '' : `page/${index + 1}/`;
    const groups = Map.groupBy(some, ({ group }) => group);
    return {
      params: { page: `${coveragePath}${page}`.slice(trainingPath.length, -1) },
      model: {
        kind: 'coverage',
        frame: internalFrame(site, {
          title: index === 0 ? 'Coverage of the training' : `Coverage, page ${index + 1}`,
          path: coveragePath + page,
          crumbs: [{ label: 'Training', path: trainingPath }],
        }),
        lead: 'For whoever runs the training: what can be trained on, what could be, and what records lack. Incidents that are linked here tell the answers of their drills.',
        ...(site.incidents.length === 0 && {
          empty: 'No incident is written down yet, so there is nothing to train on.',
        }),
        products: index === 0 ? productsOf(site, found.areas) : [],
        count: all.length,
        groups: [...groups].map(([group, rows]) => ({
          ...group,
          rows: rows.map(({ row }) => row),
        })),
        pages: pageLinks(pageAddress(internalHref(site, coveragePath)), index, cuts.length),
      },
    };
  });
}

function productsOf({ config }: Site, areas: readonly Area[]): ProductCoverage[] {
  const ids = [
    ...new Set([...config.products.map(({ id }) => id), ...areas.map(({ product }) => product)]),
  ];
  return ids.map((id) => ({
    name: productName(config, id),
    areas: areas.filter(({ product }) => product === id).map((area) => areaRow(config, area)),
  }));
}

function areaRow(config: Config, area: Area): AreaRow {
  const { product, component, drills, incidents, couldBe, withGaps } = area;
  const counts = levels.filter((level) => drills[level] > 0);
  const state = counts.length > 0 ? 'trained' : incidents > 0 ? 'none' : 'nothing';
  return {
    name:
      component === undefined ? 'No component named' : componentName(config, product, component),
    drills: counts.map((level) => `${drills[level]} ${difficultyWords[level]}`).join(', '),
    ...(state !== 'trained' && { lack: lacks[state] }),
    ...{ state, incidents, couldBe, withGaps },
  };
}

const levels = ['easy', 'medium', 'hard'] as const;

const lacks: Record<'none' | 'nothing', Tag> = {
  none: { text: 'No drill', tone: 'warn' },
  nothing: { text: 'No incident', tone: 'none' },
};

/** The nearest to a drill first. */
const order: WhyNoDrill[] = [
  'too_few_choices',
  'attempts_alike',
  'not_resolved',
  'too_few_attempts',
  'kept_out',
];

function groupsOf(site: Site, { couldBe, gaps }: Coverage): CoverageGroup[] {
  const byId = incidentsById(site);
  const byWhy = Map.groupBy(couldBe, ({ why }) => why);
  const groups = order.map((why) => ({
    ...completeWords[why],
    rows: (byWhy.get(why) ?? []).map(({ incident }) => couldBeRow(site, byId.get(incident)!)), // it is of the site
  }));
  return [
    {
      ...completeWords.gaps,
      rows: gaps.map(({ incident, gaps: lacks }) => gapsRow(site, byId.get(incident)!, lacks)),
    },
    ...groups,
  ].filter(({ rows }) => rows.length > 0);
}

function couldBeRow(site: Site, { id, fields }: Incident): CoverageRow {
  return {
    title: fields.title,
    isQuoted: false,
    href: internalHref(site, incidentPath(id)),
    texts: [],
    product: productName(site.config, fields.product),
  };
}

function gapsRow(site: Site, incident: Incident, gaps: DrillGaps): CoverageRow {
  return {
    title: drillName(site, incident).quote,
    isQuoted: true,
    href: internalHref(site, incidentPath(incident.id)),
    texts: gapTexts(gaps),
    product: productName(site.config, incident.fields.product),
    drillHref: internalHref(site, drillPath(incident.id)),
  };
}

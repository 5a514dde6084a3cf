import type { Article, Incident, Site } from '#model/site.ts';
import type { Drill } from './drills/drill.ts';

/** What somebody new does and reads first. */
export interface FirstWeek {
  /** The products with most incidents, at most three. */
  products: { product: string; incidents: number }[];
  /** What helped most often, at most five. */
  reused: Reused[];
  /** The ids of the incidents of up to five drills, from the easiest to the hardest. */
  drills: string[];
}

/** An article, or an incident of which no article was made, and how often its fix was of use. */
export interface Reused {
  kind: 'article' | 'incident';
  id: string;
  /** From how many incidents the article was made; of an incident one. */
  sources: number;
  /** How often one of them was seen again, duplicates included, without those where its fix did not work. */
  again: number;
}

const mostProducts = 3;
const mostReused = 5;
const mostDrills = 5;

/**
 * A path for the first week, made from the records.
 *
 * - products: those with most incidents, the order of the configuration deciding between equal ones
 * - reused: articles that are not archived or drafts, and incidents of which no such article was made, by how
 *   often they were of use: the sources of the article, and how often one of them was seen again (`seen_again`
 *   and duplicates) without its fix failing. Once is not reuse. Articles stand before incidents, then by id.
 * - drills: the drills, from the easiest to the hardest, are cut into five parts of the same size, and of each
 *   part one is taken: one that the articles and incidents above do not tell the answer of, of the product
 *   taken least so far, of the product with more incidents, and then the one nearest to the middle of the
 *   part. Up to five drills are taken as they are.
 */
export function firstWeek(site: Site, drills: readonly RankedDrill[]): FirstWeek {
  const products = frequentProducts(site);
  const reused = mostOfUse(site);
  return {
    products: products.slice(0, mostProducts),
    reused,
    drills: rising(drills, products, toldBy(site, reused)),
  };
}

/** What has to be known of a drill to choose it; they come easiest first. */
export type RankedDrill = Pick<Drill, 'incident' | 'product'>;

function frequentProducts({ incidents, config }: Site): FirstWeek['products'] {
  const byProduct = Map.groupBy(incidents, ({ fields }) => fields.product);
  const ids = [...new Set([...config.products.map(({ id }) => id), ...byProduct.keys()])];
  return ids
    .map((product) => ({ product, incidents: byProduct.get(product)?.length ?? 0 }))
    .filter(({ incidents: count }) => count > 0)
    .sort((a, b) => b.incidents - a.incidents);
}

function mostOfUse({ articles, incidents }: Site): Reused[] {
  const current = articles.filter(isCurrent);
  const written = new Set(current.flatMap(({ fields }) => fields.sources ?? []));
  const again = new Map(incidents.map((incident) => [incident.id, timesAgain(incident)]));
  const all: Reused[] = [
    ...current.map(({ id, fields: { sources = [] } }) => ({
      kind: 'article' as const,
      id,
      sources: sources.length,
      again: sources.reduce((sum, source) => sum + (again.get(source) ?? 0), 0),
    })),
    ...incidents
      .filter(({ id, fields }) => !written.has(id) && fields.duplicate_of === undefined)
      .map(({ id }) => ({ kind: 'incident' as const, id, sources: 1, again: again.get(id) ?? 0 })),
  ];
  return all
    .filter((one) => use(one) > 1)
    .sort((a, b) => use(b) - use(a) || (nameOf(a) < nameOf(b) ? -1 : 1))
    .slice(0, mostReused);
}

function use({ sources, again }: Reused): number {
  return sources + again;
}

function nameOf({ kind, id }: Reused): string {
  return `${kind} ${id}`;
}

function isCurrent({ fields: { state } }: Article): boolean {
  return state === 'validated' || state === 'published';
}

function timesAgain({ fields: { seen_again = [] }, duplicates }: Incident): number {
  return duplicates.length + seen_again.filter(({ fix_worked }) => fix_worked !== false).length;
}

/** The incidents whose answer stands in what is read. */
function toldBy({ articles }: Site, reused: readonly Reused[]): ReadonlySet<string> {
  const ids = new Set(reused.map(({ kind, id }) => `${kind} ${id}`));
  return new Set([
    ...articles
      .filter(({ id }) => ids.has(`article ${id}`))
      .flatMap(({ fields }) => fields.sources ?? []),
    ...reused.filter(({ kind }) => kind === 'incident').map(({ id }) => id),
  ]);
}

function rising(
  drills: readonly RankedDrill[],
  products: FirstWeek['products'],
  told: ReadonlySet<string>,
): string[] {
  if (drills.length <= mostDrills) return drills.map(({ incident }) => incident);
  const frequency = new Map(products.map(({ product }, rank) => [product, rank]));
  const taken = new Map<string, number>();
  return Array.from({ length: mostDrills }, (_, part) => {
    const [from = 0, to] = [part, part + 1].map((one) =>
      Math.floor((one * drills.length) / mostDrills),
    );
    const some = drills.slice(from, to);
    const offMiddle = new Map(
      some.map(({ incident }, at) => [incident, Math.abs(at - (some.length - 1) / 2)]),
    );
    const ranks = (drill: RankedDrill) => [
      Number(told.has(drill.incident)),
      taken.get(drill.product) ?? 0,
      frequency.get(drill.product) ?? frequency.size,
      offMiddle.get(drill.incident) ?? 0,
    ];
    const [best] = some.sort((a, b) => byRanks(ranks(a), ranks(b)));
    if (!best) throw new Error('A part of more than five drills is empty.');
    taken.set(best.product, (taken.get(best.product) ?? 0) + 1);
    return best.incident;
  });
}

/** By the first of their ranks in which they differ. */
function byRanks(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((rank, index) => rank !== b[index]);
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

import type { Incident, Site } from '#model/site.ts';
import { incidentsById } from '#model/by-id.ts';
import { lookAlikes } from '../look-alikes.ts';
import { related } from '../related.ts';

/** An incident of the same product, and how near it is: 0 looks the same, 3 is of the same product only. */
export interface Neighbour {
  incident: Incident;
  nearness: 0 | 1 | 2 | 3;
}

/** Where the choices of a drill come from that were not made in its own incident. */
export interface Neighbours {
  /** Nearest first, at most `mostNeighbours`; never of another product, and never kept out of training. */
  of: (incident: Incident) => Neighbour[];
  /** How many incidents of the product look the same. */
  lookAlikes: (incident: Incident) => number;
}

const mostNeighbours = 16;

/** Computes once for the site what is near to what. */
export function neighbours(site: Site): Neighbours {
  const byId = incidentsById(site);
  const alike = alikeIds(site);
  const near = related(site);
  const byProduct = Map.groupBy(site.incidents, ({ fields }) => fields.product);
  const byComponent = Map.groupBy(
    site.incidents,
    ({ fields: { product, component } }) => `${product}.${component}`,
  );
  const isNeighbour = (own: Incident, other: Incident | undefined): other is Incident =>
    other !== undefined &&
    other !== own &&
    other.fields.product === own.fields.product &&
    other.fields.drill !== false &&
    (other.fields.attempts ?? []).length > 0 &&
    !areDuplicates(own, other);
  return {
    lookAlikes: (incident) =>
      (alike.get(incident.id) ?? []).filter((id) => isSameProduct(incident, byId.get(id))).length,
    of(own) {
      const found = new Map<Incident, Neighbour['nearness']>();
      const add = (incident: Incident | undefined, nearness: Neighbour['nearness']) => {
        if (found.size >= mostNeighbours || !isNeighbour(own, incident)) return;
        if (!found.has(incident)) found.set(incident, nearness);
      };
      for (const id of alike.get(own.id) ?? []) add(byId.get(id), 0);
      for (const { kind, id } of near.get(`incident ${own.id}`) ?? []) {
        if (kind === 'incident') add(byId.get(id), 1);
      }
      const { product, component } = own.fields;
      const nearby = component === undefined ? [] : byComponent.get(`${product}.${component}`);
      const further = [nearby ?? [], byProduct.get(product) ?? []];
      for (const [at, some] of further.entries()) {
        for (const one of some) {
          if (found.size >= mostNeighbours) break;
          add(one, at === 0 ? 2 : 3);
        }
      }
      return [...found].map(([incident, nearness]) => ({ incident, nearness }));
    },
  };
}

function alikeIds(site: Site): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const { incidents } of lookAlikes(site)) {
    const [a, b] = incidents;
    ids.set(a, [...(ids.get(a) ?? []), b]);
    ids.set(b, [...(ids.get(b) ?? []), a]);
  }
  return ids;
}

function isSameProduct(own: Incident, other: Incident | undefined): boolean {
  return other?.fields.product === own.fields.product;
}

function areDuplicates(a: Incident, b: Incident): boolean {
  const original = ({ id, fields }: Incident) => fields.duplicate_of ?? id;
  return original(a) === original(b);
}

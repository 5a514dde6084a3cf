import type { Site } from '#model/site.ts';

/** Work by hand between two systems, summed over the incidents of a product. */
export interface Toil {
  product: string;
  /** How many steps were written down. */
  steps: number;
  /** Minutes of those steps whose minutes are known. */
  minutes: number;
  /** How many steps do not say how long they took. */
  unknown: number;
  /** The incidents they come from, in the order of the site. */
  incidents: string[];
}

/** What to automate first: most minutes first, then most steps, then by the id of the product. */
export function toil(site: Site): Toil[] {
  const byProduct = new Map<string, Toil>();
  for (const { id, fields } of site.incidents) {
    const steps = fields.manual_steps ?? [];
    if (steps.length === 0) continue;
    const { product } = fields;
    const sum = byProduct.get(product) ?? {
      product,
      steps: 0,
      minutes: 0,
      unknown: 0,
      incidents: [],
    };
    byProduct.set(product, {
      product,
      steps: sum.steps + steps.length,
      minutes: sum.minutes + steps.reduce((total, { minutes = 0 }) => total + minutes, 0),
      unknown: sum.unknown + steps.filter(({ minutes }) => minutes === undefined).length,
      incidents: [...sum.incidents, id],
    });
  }
  return [...byProduct.values()].sort(
    (a, b) => b.minutes - a.minutes || b.steps - a.steps || (a.product < b.product ? -1 : 1),
  );
}

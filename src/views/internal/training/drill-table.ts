import type { Site } from '#model/site.ts';
import { productName } from '#model/config.ts';
import { drillRow } from './drill-rows.ts';
import { drillsAtHand } from './drills-at-hand.ts';
import { drillsPerPage } from './training-page.ts';

/**
 * All drills in the order of their list, for a script that has to know of those on other pages. Their rows
 * stand on the plain list, in the same order.
 */
export interface DrillTable {
  rowsPerPage: number;
  products: Record<string, string>;
  drills: {
    id: string;
    quote: string;
    product: string;
    level: string;
    points: number;
    questions: number;
    steps: string[];
  }[];
}

export function drillTable(site: Site): DrillTable {
  const rows = drillsAtHand(site).briefs.map((brief) => drillRow(site, brief));
  const products = new Set(rows.map(({ product }) => product));
  return {
    rowsPerPage: drillsPerPage,
    products: Object.fromEntries([...products].map((id) => [id, productName(site.config, id)])),
    drills: rows.map(({ id, name, product, level, points, questions, steps }) => ({
      id,
      quote: name.quote,
      ...{ product, level, points, questions, steps },
    })),
  };
}

import type { Report } from '#derive/reports/report.ts';
import type { Site } from '#model/site.ts';

/** So many products are drawn; the table has all. */
const shownProducts = 12;

export interface Busiest {
  report: Report;
  /** Says which products are drawn, if not all are. */
  note?: string;
}

/** Of a report by product the rows of the products with most incidents, in its order, and the one about all. */
export function busiestProducts({ incidents }: Site, report: Report): Busiest {
  const { columns, rows } = report;
  const all = rows.at(-1);
  const products = rows.slice(0, -1);
  const isByProduct = columns[0]?.names === 'product' && all?.['product'] === undefined;
  if (!isByProduct || products.length <= shownProducts) return { report };
  const counts = Map.groupBy(incidents, ({ fields }) => fields.product);
  const countIn = (product: unknown) => counts.get(String(product))?.length ?? 0;
  const busiest = products
    .toSorted((a, b) => countIn(b['product']) - countIn(a['product']))
    .slice(0, shownProducts);
  return {
    report: { ...report, rows: rows.filter((row) => row === all || busiest.includes(row)) },
    note: `The charts show the ${shownProducts} products with the most incidents, as far as anything is known of them. The figures have all ${products.length}.`,
  };
}

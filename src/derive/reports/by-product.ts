import type { Incident, Site } from '#model/site.ts';
import type { Column, Row } from './report.ts';

/**
 * A row of figures for each product that some of these incidents are about, in the order of the
 * configuration, products that are not in it after them; and, if there is more than one, a last row
 * without a product for all of them.
 */
export function byProduct(
  { config }: Site,
  incidents: readonly Incident[],
  figures: (incidents: readonly Incident[]) => Row,
): Row[] {
  const found = Map.groupBy(incidents, ({ fields }) => fields.product);
  const others = [...found.keys()].filter((id) => !config.products.some((one) => one.id === id));
  const ids = [...config.products.map(({ id }) => id), ...others.sort()];
  const rows = ids.flatMap((product): Row[] => {
    const own = found.get(product);
    return own ? [{ product, ...figures(own) }] : [];
  });
  return rows.length > 1 ? [...rows, { product: undefined, ...figures(incidents) }] : rows;
}

/** The same for readers. */
export const allProductsText = 'Of several products, the last row is about all of them together.';

export const productColumn: Column = {
  key: 'product',
  label: 'Product',
  kind: 'text',
  names: 'product',
};

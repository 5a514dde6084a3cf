import type { Incident } from '#model/site.ts';
import { allProductsText, byProduct, productColumn } from './by-product.ts';
import { isOver } from './is-over.ts';
import { percentile, percentileText } from './percentile.ts';
import type { ReportOf, Row } from './report.ts';

/** How many attempts it takes. */
export const attempts: ReportOf = (site) => ({
  name: 'attempts',
  title: 'Attempts per incident',
  how: `Attempts written down in incidents that are over. An incident without any is counted beside them and is in no figure: nobody knows whether there was none or none was written down. ${percentileText} ${allProductsText}`,
  columns: [
    productColumn,
    { key: 'incidents', label: 'With attempts', kind: 'count' },
    { key: 'unknown', label: 'None written down', kind: 'count' },
    { key: 'attempts', label: 'Attempts', kind: 'count' },
    { key: 'median', label: 'Median', kind: 'count' },
    { key: 'p90', label: 'p90', kind: 'count' },
    { key: 'most', label: 'Most', kind: 'count' },
  ],
  rows: byProduct(site, site.incidents.filter(isOver), figures),
});

function figures(over: readonly Incident[]): Row {
  const counts = over
    .map(({ fields }) => fields.attempts?.length ?? 0)
    .filter((count) => count > 0);
  return {
    incidents: counts.length,
    unknown: over.length - counts.length,
    attempts: counts.reduce((sum, count) => sum + count, 0),
    median: percentile(counts, 50),
    p90: percentile(counts, 90),
    most: percentile(counts, 100),
  };
}

import type { Incident, Site } from '#model/site.ts';
import { durations } from '../durations.ts';
import { allProductsText, byProduct, productColumn } from './by-product.ts';
import { isOver } from './is-over.ts';
import { percentile, percentileText } from './percentile.ts';
import { shareOf, sumOf, type ReportOf, type Row } from './report.ts';

/** Hands-on work against the time that customers waited. */
export const effort: ReportOf = (site) => ({
  name: 'effort',
  title: 'Work against waiting',
  how: `Of incidents that are over: hands-on minutes, and minutes from opening to resolved. Only incidents of which both are known are in the figures, the others are counted as not known. The share is all their work divided by all their elapsed time; it can be above 100 % where several people worked at once. ${percentileText} ${allProductsText}`,
  columns: [
    productColumn,
    { key: 'effort_median', label: 'Hands-on, median', kind: 'minutes' },
    { key: 'elapsed_median', label: 'Elapsed, median', kind: 'minutes' },
    { key: 'effort', label: 'Hands-on, in all', kind: 'minutes' },
    { key: 'elapsed', label: 'Elapsed, in all', kind: 'minutes' },
    { key: 'share', label: 'Share that was work', kind: 'share' },
    { key: 'known', label: 'Known', kind: 'count' },
    { key: 'unknown', label: 'Not known', kind: 'count' },
  ],
  rows: byProduct(site, site.incidents.filter(isOver), (over) => figures(site, over)),
});

function figures({ config }: Site, over: readonly Incident[]): Row {
  const pairs = over.flatMap((incident) => {
    const { effort: work, toResolve } = durations(incident, config.timezone);
    return work === undefined || toResolve === undefined ? [] : [{ work, elapsed: toResolve }];
  });
  const work = pairs.map((pair) => pair.work);
  const elapsed = pairs.map((pair) => pair.elapsed);
  return {
    effort_median: percentile(work, 50),
    elapsed_median: percentile(elapsed, 50),
    effort: sumOf(work),
    elapsed: sumOf(elapsed),
    share: shareOf(sumOf(work), sumOf(elapsed)),
    known: pairs.length,
    unknown: over.length - pairs.length,
  };
}

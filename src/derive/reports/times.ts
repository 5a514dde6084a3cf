import type { Incident, Site } from '#model/site.ts';
import { durations } from '../durations.ts';
import { allProductsText, byProduct, productColumn } from './by-product.ts';
import { isOver } from './is-over.ts';
import { percentile, percentileText } from './percentile.ts';
import type { ReportOf, Row } from './report.ts';

/** How long it took until the worst was over, and until it was over. */
export const times: ReportOf = (site) => ({
  name: 'times',
  title: 'Time to mitigate and to resolve',
  how: `Whole minutes from the opening of an incident. ${percentileText} To mitigate: incidents that are no longer open; to resolve: those that are over. A time that is not written down, a bare day (which is no instant) or one before the opening counts as not known and is in no figure. ${allProductsText}`,
  columns: [
    productColumn,
    { key: 'mitigate_median', label: 'To mitigate, median', kind: 'minutes' },
    { key: 'mitigate_p90', label: 'To mitigate, p90', kind: 'minutes' },
    { key: 'mitigate_known', label: 'Mitigation known', kind: 'count' },
    { key: 'mitigate_unknown', label: 'Mitigation not known', kind: 'count' },
    { key: 'resolve_median', label: 'To resolve, median', kind: 'minutes' },
    { key: 'resolve_p90', label: 'To resolve, p90', kind: 'minutes' },
    { key: 'resolve_known', label: 'Resolution known', kind: 'count' },
    { key: 'resolve_unknown', label: 'Resolution not known', kind: 'count' },
  ],
  rows: byProduct(
    site,
    site.incidents.filter(({ fields }) => fields.status !== 'open'),
    (incidents) => figures(site, incidents),
  ),
});

function figures({ config }: Site, incidents: readonly Incident[]): Row {
  const over = incidents.filter(isOver);
  const took = (incident: Incident) => durations(incident, config.timezone);
  const mitigated = incidents.flatMap((incident) => took(incident).toMitigate ?? []);
  const resolved = over.flatMap((incident) => took(incident).toResolve ?? []);
  return {
    mitigate_median: percentile(mitigated, 50),
    mitigate_p90: percentile(mitigated, 90),
    mitigate_known: mitigated.length,
    mitigate_unknown: incidents.length - mitigated.length,
    resolve_median: percentile(resolved, 50),
    resolve_p90: percentile(resolved, 90),
    resolve_known: resolved.length,
    resolve_unknown: over.length - resolved.length,
  };
}

import type { Incident } from '#model/site.ts';
import { proof } from '../proof.ts';
import { allProductsText, byProduct, productColumn } from './by-product.ts';
import { shareOf, type ReportOf, type Row } from './report.ts';

/** How many fixes are known to work alone. */
export const proven: ReportOf = (site) => ({
  name: 'proven',
  title: 'Fixes proven alone',
  how: `Incidents with an effective fix. It is proven alone if it was shown to work without the earlier attempts, if those were reverted or changed nothing, or if there were none; otherwise what was left in place before it may also be needed. The share is of all effective fixes. ${allProductsText}`,
  columns: [
    productColumn,
    { key: 'fixes', label: 'Fixes', kind: 'count' },
    { key: 'isolated', label: 'Shown alone', kind: 'count' },
    { key: 'nothing_left', label: 'Nothing left of the others', kind: 'count' },
    { key: 'first_attempt', label: 'First attempt', kind: 'count' },
    { key: 'may_also_need', label: 'Not proven alone', kind: 'count' },
    { key: 'share', label: 'Share proven', kind: 'share' },
  ],
  rows: byProduct(
    site,
    site.incidents.filter((incident) => proof(incident).kind !== 'no_fix'),
    figures,
  ),
});

function figures(incidents: readonly Incident[]): Row {
  const reasons = incidents.flatMap((incident) => {
    const known = proof(incident);
    return known.kind === 'proven_alone' ? [known.because] : [];
  });
  const count = (reason: (typeof reasons)[number]) =>
    reasons.filter((one) => one === reason).length;
  return {
    fixes: incidents.length,
    isolated: count('isolated'),
    nothing_left: count('nothing_left'),
    first_attempt: count('first_attempt'),
    may_also_need: incidents.length - reasons.length,
    share: shareOf(reasons.length, incidents.length),
  };
}

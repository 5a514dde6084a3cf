import type { Incident, Site } from '#model/site.ts';
import { isPublic } from '#model/visibility.ts';
import { allProductsText, byProduct, productColumn } from './by-product.ts';
import { isOver } from './is-over.ts';
import { shareOf, type ReportOf, type Row } from './report.ts';

/** What customers could have solved alone, and whether an article tells them how. */
export const selfHelp: ReportOf = (site) => ({
  name: 'self-help',
  title: 'What customers can solve alone',
  how: `Of incidents that are over: those whose fix says that the customer could have done it alone, as a share of those whose fix says whether; the others are counted as not known. Of the solvable ones: how many are the source of an article in any state, and of one that customers can read. ${allProductsText}`,
  columns: [
    productColumn,
    { key: 'solvable', label: 'Solvable alone', kind: 'count' },
    { key: 'not_solvable', label: 'Not solvable alone', kind: 'count' },
    { key: 'unknown', label: 'Not known', kind: 'count' },
    { key: 'share', label: 'Share solvable', kind: 'share' },
    { key: 'with_article', label: 'With an article', kind: 'count' },
    { key: 'with_public_article', label: 'With a public article', kind: 'count' },
    { key: 'share_with_article', label: 'Share with an article', kind: 'share' },
    { key: 'share_with_public_article', label: 'Share with a public article', kind: 'share' },
  ],
  rows: byProduct(site, site.incidents.filter(isOver), figuresOf(site)),
});

function figuresOf({ articles }: Site): (over: readonly Incident[]) => Row {
  const open = new Set(articles.filter(isPublic).map(({ id }) => id));
  return (over) => {
    const solvable = over.filter(({ fields }) => fields.fix?.customer_solvable === true);
    const known = over.filter(({ fields }) => fields.fix !== undefined).length;
    const told = solvable.filter((incident) => incident.articles.length > 0).length;
    const shown = solvable.filter((incident) => incident.articles.some((id) => open.has(id)));
    return {
      solvable: solvable.length,
      not_solvable: known - solvable.length,
      unknown: over.length - known,
      share: shareOf(solvable.length, known),
      with_article: told,
      with_public_article: shown.length,
      share_with_article: shareOf(told, solvable.length),
      share_with_public_article: shareOf(shown.length, solvable.length),
    };
  };
}

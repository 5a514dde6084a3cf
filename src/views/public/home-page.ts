import type { PublicSite } from '#model/public-site.ts';
import { contactPath, homePath, productPath, searchPath } from '../addresses.ts';
import type { ArticleRow } from '../article-view.ts';
import type { Frame } from '../frame.ts';
import { articleRow, currentArticles } from './article-list.ts';
import { publicFrame } from './frame.ts';
import { isOpenIssue, knownIssues, knownNow, type KnownNow } from './known-issues.ts';
import { siteLinkedData } from './linked-data.ts';

/** The help centre's home asks one question; everything else on it is quiet. */
export interface HomePage {
  frame: Frame;
  title: string;
  lede: string;
  searchHref: string;
  known: KnownNow;
  /** Pinned articles; if nothing is pinned, the first ones that a customer can carry out alone. */
  often: ArticleRow[];
  products: { name: string; count: number; href: string }[];
  contactHref: string;
}

const shownOften = 6;
const mostPinned = 9;

export function homePage(site: PublicSite): HomePage {
  const current = currentArticles(site);
  const known = knownNow(site, knownIssues(site).current);
  const pinned = current.filter((article) => article.isPinned && !isOpenIssue(article));
  const own = current.filter((article) => article.who === 'customer' && !isOpenIssue(article));
  const often = pinned.length > 0 ? pinned.slice(0, mostPinned) : own.slice(0, shownOften);
  return {
    frame: publicFrame(site, {
      tellsTimes: known.issues.length > 0,
      title: site.name,
      description: `Help by ${site.organization}: describe what is happening in your own words.`,
      path: homePath,
      linkedData: siteLinkedData(site),
    }),
    title: 'What is happening?',
    lede: 'Describe it as you would to a colleague, or paste the error.',
    searchHref: site.base + searchPath,
    known,
    often: often.map((article) => articleRow(site, article)),
    products: site.products.map(({ id, name }) => ({
      name,
      count: current.filter(({ product }) => product.id === id).length,
      href: site.base + productPath(id),
    })),
    contactHref: site.base + contactPath,
  };
}

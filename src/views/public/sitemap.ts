import type { PublicSite } from '#model/public-site.ts';
import {
  articlePath,
  articlesPath,
  contactPath,
  homePath,
  intakePath,
  knownIssuesPath,
  productPath,
} from '../addresses.ts';
import { fullAddress } from '../full-address.ts';
import { currentArticles } from './article-list.ts';

/** A page that search engines should know. */
export interface SitemapEntry {
  address: string;
  /** A day, as written. */
  changed?: string;
}

/**
 * The pages worth finding; archived articles and former addresses are none. Undefined without an address
 * of the site: a sitemap knows full addresses only.
 */
export function sitemap(site: PublicSite): SitemapEntry[] | undefined {
  if (!fullAddress(site.address, homePath)) return undefined;
  const pages: { path: string; changed?: string }[] = [
    ...[homePath, knownIssuesPath, articlesPath, contactPath].map((path) => ({ path })),
    ...site.products.map(({ id }) => ({ path: productPath(id) })),
    ...site.intakes.map(({ product }) => ({ path: intakePath(product.id) })),
    ...currentArticles(site).map(({ slug, reviewed }) => ({
      path: articlePath(slug),
      changed: reviewed,
    })),
  ];
  return pages.map(({ path, changed }) => ({
    address: fullAddress(site.address, path)!, // known to be one: see above
    changed,
  }));
}

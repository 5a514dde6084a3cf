import type { PublicSite } from '#model/public-site.ts';
import { cardPath, homePath } from '../addresses.ts';
import { fullAddress } from '../full-address.ts';

/** The picture that other sites show where somebody shares the address of an article. */
export interface SocialCard {
  /** Where it is served, below the base. */
  path: string;
  title: string;
  /** The line above the title, and what stands in its place if it cannot be set. */
  above: string;
  site: string;
  /** Which forms of letters and ligatures are right; else those of the building machine would be. */
  language: string;
  accent: string;
}

/** What previews show is asked for by its full address: without one there are no pictures. */
export function socialCards(site: PublicSite): SocialCard[] {
  if (!fullAddress(site.address, homePath)) return [];
  return site.articles.map(({ slug, title, product }) => ({
    path: cardPath(slug),
    title,
    above: product.name,
    site: site.name,
    language: site.language,
    accent: site.theme?.accent ?? '#0b5a63',
  }));
}

import type { PublicSite } from '#model/public-site.ts';
import { articlesPath, searchPath } from '../addresses.ts';
import type { SearchPage } from '../search-page.ts';
import { publicFrame } from './frame.ts';

export function searchPage(site: PublicSite): SearchPage {
  return {
    frame: publicFrame(site, { title: 'Search', path: searchPath }),
    title: 'What is happening?',
    lede: 'Describe it as you would to a colleague, or paste the error.',
    placeholder: 'I click print and nothing happens',
    siteHref: site.base,
    browse: [
      { label: 'All articles', href: site.base + articlesPath },
      { label: 'Contact support', href: `${site.base}contact/` },
    ],
  };
}

import type { Site } from '#model/site.ts';
import { articlesPath, incidentsPath, searchPath } from '../addresses.ts';
import type { SearchPage } from '../search-page.ts';
import { internalFrame, internalHref } from './frame.ts';

export function searchPage(site: Site): SearchPage {
  return {
    frame: internalFrame(site, { title: 'Search', path: searchPath }),
    title: 'Has this happened before?',
    lede: 'Use the customer’s words, or paste the error.',
    placeholder: 'nothing happens when I click print',
    siteHref: internalHref(site, ''),
    browse: [
      { label: 'All incidents', href: internalHref(site, incidentsPath) },
      { label: 'All articles', href: internalHref(site, articlesPath) },
    ],
  };
}

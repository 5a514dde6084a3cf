import type { Site } from '#model/site.ts';
import { articlesPath, incidentsPath, searchPath } from '../addresses.ts';
import type { SearchPage } from '../search-page.ts';
import { internalFrame, internalHref } from './frame.ts';
import { facetPath } from './incident-facets.ts';

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
    unanswered: {
      text: 'It may be new, or going on right now. Write it down while it is fresh, with “fixlore new incident”.',
      ways: [
        ...(site.incidents.some(({ fields }) => fields.status === 'open')
          ? [{ label: 'What is open now', href: internalHref(site, facetPath('status', 'open')) }]
          : []),
        { label: 'All incidents', href: internalHref(site, incidentsPath) },
      ],
    },
    feedback: site.config.feedback,
  };
}

import type { PublicSite } from '#model/public-site.ts';
import { articlesPath, contactPath, intakePath, searchPath } from '../addresses.ts';
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
      { label: 'Contact support', href: site.base + contactPath },
    ],
    unanswered: {
      text: 'You can ask us. This is what to check and to have at hand first:',
      ways: [
        ...site.intakes.map(({ product, title }) => ({
          label: title,
          href: site.base + intakePath(product.id),
          product: product.name,
        })),
        { label: 'All ways to contact support', href: site.base + contactPath },
      ],
    },
    feedback: site.feedback,
  };
}

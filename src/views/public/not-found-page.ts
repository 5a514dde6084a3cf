import type { PublicSite } from '#model/public-site.ts';
import { articlesPath, contactPath, homePath, searchPath } from '../addresses.ts';
import type { MessagePage } from '../message-page.ts';
import { publicFrame } from './frame.ts';

export function notFoundPage(site: PublicSite): MessagePage {
  return {
    frame: publicFrame(site, { title: 'Nothing here', path: '404.html' }),
    title: 'There is nothing at this address',
    text: 'The address may have a slip in it. The search knows every article.',
    links: [
      { label: 'Search', href: site.base + searchPath },
      { label: 'All articles', href: site.base + articlesPath },
      { label: 'Contact', href: site.base + contactPath },
      { label: 'Help', href: site.base + homePath },
    ],
  };
}

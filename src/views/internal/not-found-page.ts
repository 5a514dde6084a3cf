import type { Site } from '#model/site.ts';
import { homePath, incidentsPath, searchPath } from '../addresses.ts';
import type { MessagePage } from '../message-page.ts';
import { internalFrame, internalHref } from './frame.ts';

export function notFoundPage(site: Site): MessagePage {
  return {
    frame: internalFrame(site, { title: 'Nothing here', path: '404.html' }),
    title: 'There is nothing at this address',
    text: 'The record may have been renamed without an alias, or the address has a slip in it.',
    links: [
      { label: 'Search', href: internalHref(site, searchPath) },
      { label: 'All incidents', href: internalHref(site, incidentsPath) },
      { label: 'Today', href: internalHref(site, homePath) },
    ],
  };
}

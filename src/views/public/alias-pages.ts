import type { PublicSite } from '#model/public-site.ts';
import { articlePath } from '../addresses.ts';
import type { MessagePage } from '../message-page.ts';
import type { Page } from '../page.ts';
import { publicFrame } from './frame.ts';

/** A page at each former slug that leads to where the article is now. */
export function articleAliasPages(site: PublicSite): Page<MessagePage>[] {
  return site.articles.flatMap(({ slug, title, aliases }) =>
    aliases.map((alias) => ({
      params: { id: alias },
      model: {
        // Whoever counts pages takes this one for the other.
        frame: publicFrame(site, { title, path: articlePath(slug) }),
        title: 'This page has moved',
        text: 'You find it at the address below.',
        links: [{ label: title, href: site.base + articlePath(slug) }],
        refreshTo: site.base + articlePath(slug),
      },
    })),
  );
}

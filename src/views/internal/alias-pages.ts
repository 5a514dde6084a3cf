import type { Article, Incident, Site } from '#model/site.ts';
import { articlePath, incidentPath } from '../addresses.ts';
import type { MessagePage } from '../message-page.ts';
import type { Page } from '../page.ts';
import { internalFrame, internalHref } from './frame.ts';

/** A page at each former id of an incident that leads to where it is now. */
export function incidentAliasPages(site: Site): Page<MessagePage>[] {
  return site.incidents.flatMap((incident) => aliasPages(site, incident, incidentPath));
}

/** The same for articles. */
export function articleAliasPages(site: Site): Page<MessagePage>[] {
  return site.articles.flatMap((article) => aliasPages(site, article, articlePath));
}

function aliasPages(
  site: Site,
  { id, fields }: Incident | Article,
  path: (id: string) => string,
): Page<MessagePage>[] {
  const href = internalHref(site, path(id));
  return (fields.aliases ?? []).map((alias) => ({
    params: { id: alias },
    model: {
      frame: internalFrame(site, { title: fields.title, path: path(alias) }),
      title: 'This has moved',
      text: 'It is now at the address below.',
      links: [{ label: fields.title, href }],
      refreshTo: href,
    },
  }));
}

import { hash } from 'node:crypto';
import type { Page } from '#views/page.ts';

/*
 * Astro runs the pages from a bundle of its own, so what is to be rendered cannot be imported; it is
 * put at hand under a global name by whoever starts the build or the dev server.
 */

const name = Symbol.for('fixlore.site');

/** Makes a site available to the pages that render it. */
export function putAtHand(site: object): void {
  (globalThis as { [name]?: object })[name] = site;
}

/** The site to render; each audience's pages name their own type for it. */
export function siteAtHand<Site extends object>(): Site {
  const site = (globalThis as { [name]?: object })[name];
  if (!site) throw new Error('No site was put at hand before the pages were rendered');
  return site as Site; // the integration pairs pages and site by audience
}

/** The static paths of a route: one per page, rendered again only if its model has changed. */
export function staticPaths<Model>(pages: Page<Model>[]) {
  return pages.map((page) => ({
    params: page.params,
    props: {
      get model() {
        return page.model;
      },
    },
    cacheKey: hash('sha256', JSON.stringify(page.model)),
  }));
}

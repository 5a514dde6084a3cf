import type { PublicSite } from '#model/public-site.ts';
import * as articlePage from './article-page.ts';
import * as contactPages from './contact-pages.ts';
import * as homePage from './home-page.ts';
import * as notFoundPage from './not-found-page.ts';
import * as searchPage from './search-page.ts';

/** Every file with a public view in it. Adding one: name it here, so that it is proven with the others. */
export const publicViewFiles = {
  'article-page.ts': articlePage,
  'contact-pages.ts': contactPages,
  'home-page.ts': homePage,
  'not-found-page.ts': notFoundPage,
  'search-page.ts': searchPage,
};

/** Everything that public views make of a site, by the name of the view. */
export function publicModels(site: PublicSite): [view: string, model: unknown][] {
  return Object.entries(publicViewFiles).flatMap(([file, views]) =>
    Object.entries(views).flatMap(([name, view]: [string, unknown]) => {
      if (typeof view !== 'function' || view.length !== 1) return [];
      // A view with one parameter takes the site: that is all that public pages see.
      const model = (view as (site: PublicSite) => unknown)(site);
      return [[`${file} ${name}`, model] satisfies [string, unknown]];
    }),
  );
}

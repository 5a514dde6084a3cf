import type { PublicSite } from '#model/public-site.ts';
import { articleAliasPages } from './alias-pages.ts';
import { articleDataPages, articlesData } from './api.ts';
import { articleCopies } from './article-copy.ts';
import { articleListPages, currentArticles } from './article-list.ts';
import { articlePages } from './article-page.ts';
import { contactPage, intakePages } from './contact-pages.ts';
import { knownIssueFeed } from './feed.ts';
import { guide } from './guide.ts';
import { homePage } from './home-page.ts';
import { knownIssuesPage } from './known-issues-page.ts';
import { knownIssues } from './known-issues.ts';
import { siteLinkedData } from './linked-data.ts';
import { notFoundPage } from './not-found-page.ts';
import { productPages } from './product-page.ts';
import { searchPage } from './search-page.ts';
import { sitemap } from './sitemap.ts';
import { socialCards } from './social-cards.ts';

/** Everything that is made of the public site as a whole. Adding a view: name it here, so that it is proven with the others. */
export const publicViews = {
  articleAliasPages,
  articleCopies,
  articleDataPages,
  articleListPages,
  articlePages,
  articlesData,
  contactPage,
  currentArticles,
  guide,
  homePage,
  intakePages,
  knownIssueFeed,
  knownIssues,
  knownIssuesPage,
  notFoundPage,
  productPages,
  searchPage,
  siteLinkedData,
  sitemap,
  socialCards,
} satisfies Record<string, (site: PublicSite) => unknown>;

/** Everything that public views make of a site, by the name of the view. */
export function publicModels(site: PublicSite): [view: string, model: unknown][] {
  return Object.entries(publicViews).map(([name, view]) => [name, view(site)]);
}

import type { PublicArticle, PublicSite } from '#model/public-site.ts';
import { articlePath, articlesPath } from '../addresses.ts';
import { articleLists, type ArticleList, type ArticleRow } from '../article-view.ts';
import type { Page } from '../page.ts';
import { articleTypeWords, issueTags } from '../words.ts';
import { publicFrame } from './frame.ts';
import { summaryOf } from './plain-text.ts';

/** `/articles/`: every published article by product. Archived ones leave the list. */
export function articleListPages(site: PublicSite): Page<ArticleList>[] {
  const rows = currentArticles(site).map((article) => ({
    product: article.product.id,
    row: articleRow(site, article),
  }));
  const frameFor = (suffix: string, path: string) =>
    publicFrame(site, {
      title: `All articles${suffix}`,
      path: articlesPath + path,
      crumbs: [{ label: 'Help', path: '' }],
    });
  return articleLists(site.products, rows, frameFor, site.base + articlesPath);
}

/** The articles that lists, feeds and the search tell of. */
export function currentArticles(site: PublicSite): PublicArticle[] {
  return site.articles.filter(({ isArchived }) => !isArchived);
}

/** Two lines on a phone. */
const aboutLength = 120;

export function articleRow(site: PublicSite, article: PublicArticle): ArticleRow {
  const { slug, title, type, symptoms, issue, html } = article;
  return {
    href: site.base + articlePath(slug),
    title,
    type: articleTypeWords[type],
    says: symptoms[0] ?? '',
    about: symptoms[0] === undefined ? summaryOf(html, aboutLength) : undefined,
    tags: issue ? [issueTags[issue.status]] : [],
  };
}

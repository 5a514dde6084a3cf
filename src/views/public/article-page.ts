import type { PublicArticle, PublicSite } from '#model/public-site.ts';
import { articlePath, articlesPath } from '../addresses.ts';
import { issueView, versionsText } from '../article-text.ts';
import {
  articleLists,
  type ArticleList,
  type ArticlePage,
  type ArticleRow,
} from '../article-view.ts';
import type { MessagePage } from '../message-page.ts';
import type { Page } from '../page.ts';
import { optionalTime } from '../time-text.ts';
import { articleTypeWords, issueTags, whoWords } from '../words.ts';
import { publicFrame } from './frame.ts';

/** The page of each published article; archived ones keep theirs and say so. */
export function articlePages(site: PublicSite): Page<ArticlePage>[] {
  return site.articles.map((article) => ({
    params: { id: article.slug },
    get model() {
      return articlePage(site, article);
    },
  }));
}

export function articlePage(site: PublicSite, article: PublicArticle): ArticlePage {
  const { slug, title, product, component, versions, who, issue, reviewed } = article;
  return {
    frame: publicFrame(site, {
      title,
      description: article.symptoms[0],
      path: articlePath(slug),
      crumbs: [
        { label: 'Help', path: '' },
        { label: 'Articles', path: articlesPath },
      ],
    }),
    title,
    lede: [
      component ? `${product.name}, ${component.name}` : product.name,
      versionsText(versions),
      who && whoWords[who],
    ].filter((part) => part !== undefined),
    tags: [],
    isArchived: article.isArchived,
    symptoms: article.symptoms,
    errors: article.errors,
    html: article.html,
    issue: issue && { ...issueView(issue)!, since: optionalTime(issue.since, site) },
    facts: reviewed ? [{ label: 'Last reviewed', time: optionalTime(reviewed, site) }] : [],
  };
}

/** `/articles/`: every published article by product. Archived ones leave the list. */
export function articleListPages(site: PublicSite): Page<ArticleList>[] {
  const rows = site.articles
    .filter(({ isArchived }) => !isArchived)
    .map((article) => ({ product: article.product.id, row: articleRow(site, article) }));
  const frameFor = (suffix: string, path: string) =>
    publicFrame(site, {
      title: `All articles${suffix}`,
      path: articlesPath + path,
      crumbs: [{ label: 'Help', path: '' }],
    });
  return articleLists(site.products, rows, frameFor, site.base + articlesPath);
}

export function articleRow(site: PublicSite, article: PublicArticle): ArticleRow {
  const { slug, title, type, symptoms, issue } = article;
  return {
    href: site.base + articlePath(slug),
    title,
    type: articleTypeWords[type],
    says: symptoms[0] ?? '',
    tags: issue ? [issueTags[issue.status]] : [],
  };
}

/** A page at each former slug that leads to where the article is now. */
export function articleAliasPages(site: PublicSite): Page<MessagePage>[] {
  return site.articles.flatMap(({ slug, title, aliases }) =>
    aliases.map((alias) => ({
      params: { id: alias },
      model: {
        frame: publicFrame(site, { title, path: articlePath(alias) }),
        title: 'This page has moved',
        text: 'You find it at the address below.',
        links: [{ label: title, href: site.base + articlePath(slug) }],
        refreshTo: site.base + articlePath(slug),
      },
    })),
  );
}

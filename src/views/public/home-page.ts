import type { PublicArticle, PublicSite } from '#model/public-site.ts';
import { articlesPath, contactPath, homePath, searchPath } from '../addresses.ts';
import type { ArticleRow } from '../article-view.ts';
import type { Frame } from '../frame.ts';
import { articleRow } from './article-page.ts';
import { publicFrame } from './frame.ts';

/** The help centre's home asks one question; everything else on it is quiet. */
export interface HomePage {
  frame: Frame;
  title: string;
  lede: string;
  searchHref: string;
  knownIssues: ArticleRow[];
  /** Pinned articles; if nothing is pinned, the first ones that a customer can carry out alone. */
  often: ArticleRow[];
  products: { name: string; count: number; href: string }[];
  contactHref: string;
}

const shownOften = 6;

export function homePage(site: PublicSite): HomePage {
  const current = site.articles.filter(({ isArchived }) => !isArchived);
  const isIssue = ({ issue }: PublicArticle) => issue !== undefined && issue.status !== 'fixed';
  const pinned = current.filter((article) => article.isPinned && !isIssue(article));
  const own = current.filter((article) => article.who === 'customer' && !isIssue(article));
  const often = pinned.length > 0 ? pinned : own.slice(0, shownOften);
  return {
    frame: publicFrame(site, { title: site.name, path: homePath }),
    title: 'What is happening?',
    lede: 'Describe it as you would to a colleague, or paste the error.',
    searchHref: site.base + searchPath,
    knownIssues: current.filter(isIssue).map((article) => articleRow(site, article)),
    often: often.map((article) => articleRow(site, article)),
    products: site.products.map(({ id, name }) => ({
      name,
      count: current.filter(({ product }) => product.id === id).length,
      href: `${site.base}${articlesPath}#${id}`,
    })),
    contactHref: site.base + contactPath,
  };
}

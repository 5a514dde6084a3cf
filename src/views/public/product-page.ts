import type { PublicArticle, PublicSite } from '#model/public-site.ts';
import { contactPath, intakePath, productPath, searchPath } from '../addresses.ts';
import type { ArticleRow } from '../article-view.ts';
import type { Frame } from '../frame.ts';
import { pageAddress, pageLinks, paginated, type Page, type PageLinks } from '../page.ts';
import { articleRow, currentArticles } from './article-list.ts';
import { publicFrame } from './frame.ts';
import {
  isOpenIssue,
  knownIssues,
  knownNow,
  type KnownIssue,
  type KnownNow,
} from './known-issues.ts';

/** `/products/<id>/`: what there is about one product, by component. */
export interface ProductPage {
  frame: Frame;
  title: string;
  count: number;
  /** The question is asked among the articles of this product. */
  search: { href: string; product: string };
  /** On the first page only. */
  known?: KnownNow;
  groups: { id: string; title?: string; rows: ArticleRow[] }[];
  pages: PageLinks;
  contactHref: string;
}

const articlesPerPage = 100;

export function productPages(site: PublicSite): Page<ProductPage>[] {
  const issues = Map.groupBy(knownIssues(site).current, ({ productId }) => productId);
  const articles = Map.groupBy(currentArticles(site), ({ product }) => product.id);
  return site.products.flatMap((product) =>
    pagesOf(site, product, {
      issues: issues.get(product.id) ?? [],
      articles: articles.get(product.id) ?? [],
    }),
  );
}

type Product = PublicSite['products'][number];

interface About {
  issues: KnownIssue[];
  articles: PublicArticle[];
}

function pagesOf(
  site: PublicSite,
  { id, name }: Product,
  { issues, articles }: About,
): Page<ProductPage>[] {
  const cuts = paginated(byPart(articles), articlesPerPage);
  const hasIntake = site.intakes.some(({ product }) => product.id === id);
  return cuts.map((cut, index) => ({
    params: { product: id, page: index === 0 ? undefined : `page/${index + 1}` },
    model: {
      frame: publicFrame(site, {
        title: index === 0 ? name : `${name}, page ${index + 1}`,
        description: `Help with ${name}: what others have run into, and what to do.`,
        path: productPath(id) + (index === 0 ? '' : `page/${index + 1}/`),
        crumbs: [{ label: 'Help', path: '' }],
        tellsTimes: index === 0 && issues.length > 0,
      }),
      title: name,
      count: articles.length,
      search: { href: site.base + searchPath, product: name },
      known: index === 0 ? knownNow(site, issues) : undefined,
      groups: groupsOf(site, cut),
      pages: pageLinks(pageAddress(site.base + productPath(id)), index, cuts.length),
      contactHref: site.base + (hasIntake ? intakePath(id) : contactPath),
    },
  }));
}

/**
 * What belongs to a component by its name, the rest last; within each pinned articles first. What is broken
 * now has a place of its own above the list, and stands in it all the same.
 */
function byPart(articles: readonly PublicArticle[]): PublicArticle[] {
  const parts = Map.groupBy(articles, ({ component }) => component?.name ?? '');
  const names = [...parts.keys()].filter((name) => name !== '').sort();
  return [...names, ''].flatMap((name) => {
    const part = parts.get(name) ?? [];
    const isFirst = (article: PublicArticle) => article.isPinned && !isOpenIssue(article);
    return [...part.filter(isFirst), ...part.filter((article) => !isFirst(article))];
  });
}

function groupsOf(site: PublicSite, articles: readonly PublicArticle[]): ProductPage['groups'] {
  const parts = [...Map.groupBy(articles, ({ component }) => component?.id ?? '')];
  return parts.map(([id, part]) => ({
    id: id ? `about-${id}` : 'in-general',
    title: part[0]?.component?.name ?? (parts.length > 1 ? 'In general' : undefined),
    rows: part.map((article) => articleRow(site, article)),
  }));
}

import type { IssueView } from './article-text.ts';
import type { Frame } from './frame.ts';
import { pageAddress, pageLinks, paginated, type Page, type PageLinks } from './page.ts';
import type { TimeText } from './time-text.ts';
import type { Tag } from './words.ts';

/** An article as both sites show it. */
export interface ArticlePage {
  frame: Frame;
  title: string;
  /** Product, versions, who can do it: one quiet line below the title. */
  lede: string[];
  tags: Tag[];
  isArchived: boolean;
  symptoms: string[];
  errors: string[];
  html: string;
  issue?: IssueView;
  facts: { label: string; text?: string; time?: TimeText; note?: string }[];
}

/** A list of articles by product, cut into pages. */
export interface ArticleList {
  frame: Frame;
  title: string;
  count: number;
  groups: { id: string; product: string; rows: ArticleRow[] }[];
  pages: PageLinks;
}

export interface ArticleRow {
  href: string;
  title: string;
  type: string;
  /** What customers say; else `about` tells what it is about. */
  says: string;
  about?: string;
  tags: Tag[];
}

/** A row and the id of the product it belongs to. */
export interface ProductRow {
  product: string;
  row: ArticleRow;
}

export const articlesPerPage = 200;

/** Rows in the order of their products, cut into pages and grouped on each. */
export function articleLists(
  products: readonly { id: string; name: string }[],
  rows: readonly ProductRow[],
  frameFor: (suffix: string, path: string) => Frame,
  href: string,
): Page<ArticleList>[] {
  const grouped = Map.groupBy(rows, ({ product }) => product);
  const inOrder = products.flatMap(({ id }) => grouped.get(id) ?? []);
  const cuts = paginated(inOrder, articlesPerPage);
  return cuts.map((cut, index) => {
    const suffix = index === 0 ? '' : `, page ${index + 1}`;
    const frame = frameFor(suffix, index === 0 ? '' : `page/${index + 1}/`);
    return {
      params: { page: index === 0 ? undefined : `page/${index + 1}` },
      model: {
        frame,
        title: 'Articles',
        count: rows.length,
        groups: groupsOf(products, cut),
        pages: pageLinks(pageAddress(href), index, cuts.length),
      },
    };
  });
}

function groupsOf(
  products: readonly { id: string; name: string }[],
  rows: readonly ProductRow[],
): ArticleList['groups'] {
  const grouped = Map.groupBy(rows, ({ product }) => product);
  return products.flatMap(({ id, name }) => {
    const found = grouped.get(id);
    return found ? [{ id, product: name, rows: found.map(({ row }) => row) }] : [];
  });
}

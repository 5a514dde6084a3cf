import type { Root } from 'mdast';
import type { PublicArticle } from '#model/public-site.ts';

/** A documentation tool, and how it wants its pages. */
export interface DocsFormat {
  name: 'starlight' | 'docusaurus' | 'vitepress' | 'markdown';
  /** Whether a link to a file that is no picture leads to it once the site is built. */
  offersFiles: boolean;
  /** The path under which a site serves a folder, as far as its place tells; undefined if that is not needed. */
  baseOf?: (folder: string) => string | undefined;
  /** How a page links to another one, or to a part of it. */
  linkTo: (target: DocsTarget, base: string) => string;
  /** The text of the file of an article. */
  page: (page: DocsPage) => string;
  /** Files beside the articles: what the tool reads of names, order and former addresses. */
  others: (tree: DocsTree) => DocsFile[];
}

/** Another article, seen from an article. */
export interface DocsTarget {
  product: string;
  slug: string;
  /** The product of the article that links to it. */
  fromProduct: string;
  /** The slug of a heading. */
  anchor?: string;
}

export interface DocsPage {
  article: PublicArticle;
  /** In one line. */
  title: string;
  description?: string;
  isKnownIssue: boolean;
  /** The text below the title. Formats may change it. */
  body: Root;
}

export interface DocsTree {
  products: { id: string; name: string }[];
  articles: readonly PublicArticle[];
  /** The path under which the site serves the tree, with slashes at both ends. */
  base: string;
  /** Where the tree lies in the pages of the tool, likewise, if its place tells. */
  place?: string;
}

/** A file of the exported tree: its text, or the file of the knowledge base that it is a copy of. */
export type DocsFile = { path: string; text: string } | { path: string; copyOf: string };

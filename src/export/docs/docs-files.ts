import { headingPrefix } from '#markdown/slugs.ts';
import type { PublicArticle, PublicSite } from '#model/public-site.ts';
import { isImage } from '#model/served-files.ts';
import { articlePath, filePath } from '#views/addresses.ts';
import { descriptionOf } from '#views/public/article-page.ts';
import { hasIssue } from '#views/public/known-issues.ts';
import { articleBody, inLine } from './article-body.ts';
import type { DocsFile, DocsFormat, DocsTree } from './docs-format.ts';

export interface DocsOptions {
  /** The path under which the tool serves the tree, with slashes at both ends. */
  base: string;
  place?: string;
  /** A short name made of a text, for files whose own names are no part of an address. */
  digest: (text: string) => string;
}

/** Every file that the articles of a site are in another tool, and the links that lead nowhere there. */
export function docsFiles(
  site: PublicSite,
  format: DocsFormat,
  options: DocsOptions,
): { files: DocsFile[]; lostLinks: number } {
  const shown = new Map<string, DocsFile>();
  let lostLinks = 0;
  const lead = leadsOf(site, format, options);
  const pages = site.articles.map((article) => {
    const body = articleBody(site, article, (href) => {
      const target = lead(article, href);
      if (target === undefined) lostLinks += 1;
      else if (typeof target === 'object') shown.set(target.path, target);
      return typeof target === 'object' ? `../${target.path}` : target;
    });
    const description = descriptionOf(article);
    const text = format.page({
      ...{ article, body, title: inLine(article.title) },
      isKnownIssue: hasIssue(article) && !article.isArchived,
      ...(description && { description: inLine(description) }),
    });
    return { path: `${article.product.id}/${article.slug}.md`, text };
  });
  const used = new Set(site.articles.map(({ product }) => product.id));
  const tree: DocsTree = {
    products: site.products.filter(({ id }) => used.has(id)),
    ...{ articles: site.articles, base: options.base },
    ...(options.place !== undefined && { place: options.place }),
  };
  return { files: [...pages, ...format.others(tree), ...shown.values()], lostLinks };
}

/** Where an address of the public site leads in the tool: an address, a file beside it, or nowhere. */
function leadsOf(site: PublicSite, format: DocsFormat, { base, digest }: DocsOptions) {
  const articles = new Map(
    site.articles.map((article) => [site.base + articlePath(article.slug), article]),
  );
  const files = new Map(site.files.map((file) => [site.base + filePath(file), file]));
  const origin =
    site.address && URL.canParse(site.address) ? new URL(site.address).origin : undefined;
  return (from: PublicArticle, href: string): string | DocsFile | undefined => {
    if (!href.startsWith('/')) return href;
    const [path = '', anchor] = href.split(`#${headingPrefix}`);
    const article = articles.get(path);
    if (article) {
      const { slug, product } = article;
      const target = { product: product.id, slug, fromProduct: from.product.id };
      return format.linkTo({ ...target, ...(anchor && { anchor: decoded(anchor) }) }, base);
    }
    const file = files.get(path);
    if (file && (isImage(file) || format.offersFiles)) {
      return { path: besideName(file, digest), copyOf: file };
    }
    return origin && origin + href;
  };
}

/** A folder whose name no product has; names that an address would have to escape are written anew. */
function besideName(file: string, digest: DocsOptions['digest']): string {
  const name = file.replace(/^kb\//, '');
  if (/^[\w./-]+$/.test(name)) return `_files/${name}`;
  const plain = name.replaceAll(/[^\w./-]+/g, '-');
  return `_files/${digest(name)}/${plain.slice(plain.lastIndexOf('/') + 1)}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

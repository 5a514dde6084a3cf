import type { Element, Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { headingPrefix } from './slugs.ts';

const parser = unified().use(rehypeParse, { fragment: true }).freeze();
const toMarkdown = unified().use(rehypeRemark).freeze();
const writer = remark()
  .use(remarkGfm, { tablePipeAlign: false })
  .data('settings', { bullet: '-', fences: true, rule: '-', listItemIndent: 'one' })
  .freeze();

/**
 * Finished HTML as Markdown, made from what everybody may read and not from what was written: a link that
 * leads nowhere in public is gone here, too. `full` completes the address of a link.
 */
export function htmlAsMarkdown(html: string, full: (href: string) => string): string {
  const tree = parser.parse(html);
  finishLinks(tree, full);
  return writer.stringify(toMarkdown.runSync(tree) as Root).trim();
}

function finishLinks(tree: HtmlRoot, full: (href: string) => string): void {
  visit(tree, 'element', (node: Element, index, parent) => {
    const { href, src } = node.properties;
    if (node.tagName === 'img' && typeof src === 'string') node.properties['src'] = full(src);
    if (node.tagName !== 'a') return;
    if (typeof href === 'string') node.properties['href'] = completed(href, full);
    else if (parent && index !== undefined)
      parent.children.splice(index, 1, ...(node.children as never[]));
  });
}

/** Headings have no prefix in Markdown. */
function completed(href: string, full: (href: string) => string): string {
  const inner = `#${headingPrefix}`;
  if (href.startsWith(inner)) return `#${href.slice(inner.length)}`;
  const [path = '', anchor] = href.startsWith('/') ? href.split(inner) : [href];
  return full(path) + (anchor === undefined ? '' : inner + anchor);
}

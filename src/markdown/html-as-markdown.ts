import type { Element, Root as HtmlRoot, Text } from 'hast';
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

/** What an address becomes; undefined if it leads nowhere from where the Markdown will stand. */
export type Readdressed = (href: string) => string | undefined;

/**
 * Finished HTML as Markdown, made from what everybody may read and not from what was written: a link that
 * leads nowhere in public is gone here, too. `full` completes the address of a link.
 */
export function htmlAsMarkdown(html: string, full: Readdressed): string {
  return writer.stringify(treeOfHtml(html, full)).trim();
}

/** The same as a syntax tree. It holds no HTML. */
export function treeOfHtml(html: string, full: Readdressed): Root {
  const tree = parser.parse(html);
  finishLinks(tree, full);
  return toMarkdown.runSync(tree) as Root;
}

function finishLinks(tree: HtmlRoot, full: Readdressed): void {
  visit(tree, 'element', (node: Element, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const instead = readdressed(node, full);
    if (!instead) return undefined;
    parent.children.splice(index, 1, ...(instead as never[]));
    return index; // what stands there now is yet to be visited
  });
}

/** What stands in the place of a link or an image that leads nowhere. */
function readdressed({ tagName, properties, children }: Element, full: Readdressed) {
  const { href, src, alt, dataFootnoteRef, dataFootnoteBackref } = properties;
  if (tagName === 'img') {
    const address = typeof src === 'string' ? full(src) : undefined;
    if (address === undefined) return [textNode(typeof alt === 'string' ? alt : '')];
    properties['src'] = address;
  }
  if (tagName !== 'a') return undefined;
  // Not every reader of Markdown knows footnotes: their number stays, and the note at the end.
  if (dataFootnoteBackref !== undefined) return [];
  if (dataFootnoteRef !== undefined) return [textNode('['), ...children, textNode(']')];
  const address = typeof href === 'string' ? completed(href, full) : undefined;
  if (address === undefined) return children;
  properties['href'] = address;
  return undefined;
}

function textNode(value: string): Text {
  return { type: 'text', value };
}

/** Headings of the same text have no prefix in Markdown. */
function completed(href: string, full: Readdressed): string | undefined {
  const inner = `#${headingPrefix}`;
  return href.startsWith(inner) ? `#${href.slice(inner.length)}` : full(href);
}

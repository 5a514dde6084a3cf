import type { Element, Nodes as HtmlNodes, Root as HtmlRoot } from 'hast';
import type { Html, Parents, Root } from 'mdast';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { addressOf } from './address.ts';
import { eachNode } from './each-node.ts';
import { highlightCode, type Highlight } from './highlight.ts';
import { markExpectedResult } from './expected-result.ts';
import { sanitizeSchema } from './sanitize-schema.ts';
import { headingPrefix, sluggedHeadings } from './slugs.ts';

/**
 * A rendered body. Between two neighbouring `texts` stands the address of the link or image with the
 * same position: what a relative address leads to is known only when the whole site is.
 */
export interface BodyHtml {
  texts: string[];
  addresses: { kind: 'link' | 'image'; href: string }[];
}

const toHtml = unified()
  .use(remarkRehype, { footnoteLabel: 'Notes', footnoteBackLabel: 'Back to the text' })
  .use(rehypeSanitize, sanitizeSchema)
  .use(rehypeStringify)
  .freeze();

/**
 * Renders a syntax tree to HTML: convert, sanitise, then only our own trusted steps. Headings are
 * shifted below the page's own h1. The tree is changed on the way.
 */
export function bodyHtml(tree: Root, highlight?: Highlight): BodyHtml {
  nameHeadings(tree);
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return;
    if (node.type === 'html') parent.children[index] = htmlAsText(node, parent);
  });
  const html = toHtml.runSync(tree) as unknown as HtmlRoot;
  const addresses: BodyHtml['addresses'] = [];
  eachNode<HtmlNodes>(html, (element) => {
    if (element.type !== 'element') return;
    if (element.tagName === 'img') remoteImageAsLink(element);
    if (element.tagName === 'a') markAddress(element, 'href', 'link', addresses);
    if (element.tagName === 'img') markAddress(element, 'src', 'image', addresses);
    if (element.tagName === 'pre') finishCode(element, highlight);
    if (element.tagName === 'li') markExpectedResult(element);
    if (element.tagName === 'table') element.properties['tabIndex'] = 0;
  });
  return { texts: toHtml.stringify(html).split(markedAttribute), addresses };
}

// A control character cannot come from a record: `decode` refuses it, and Markdown replaces &#1;.
const mark = '\u0001';
// eslint-disable-next-line no-control-regex -- see above
const markedAttribute = / (?:href|src)="\u0001"/;

function nameHeadings(tree: Root): void {
  const headings = sluggedHeadings(tree);
  const hasTopHeading = headings.some(({ node }) => node.depth === 1);
  for (const { node, slug } of headings) {
    node.data = { hProperties: { id: `${headingPrefix}${slug}` } };
    if (hasTopHeading) node.depth = Math.min(node.depth + 1, 6) as typeof node.depth;
  }
}

type Child = Parents['children'][number];

function htmlAsText(node: Html, parent: Parents): Child {
  const text: Child = { type: 'text', value: node.value };
  const isBlock = ['root', 'blockquote', 'listItem', 'footnoteDefinition'].includes(parent.type);
  return isBlock ? { type: 'paragraph', children: [text] } : text;
}

/** The strict policy loads nothing from elsewhere; the reader can still follow the address. */
function remoteImageAsLink(image: Element): void {
  const { src, alt } = image.properties;
  if (typeof src !== 'string' || addressOf(src).kind === 'path') return;
  image.tagName = 'a';
  image.properties = { href: src };
  image.children = [{ type: 'text', value: typeof alt === 'string' && alt ? alt : src }];
}

function markAddress(
  element: Element,
  property: 'href' | 'src',
  kind: 'link' | 'image',
  addresses: BodyHtml['addresses'],
): void {
  const { dataFootnoteRef, dataFootnoteBackref, [property]: href } = element.properties;
  const isFootnote = dataFootnoteRef !== undefined || dataFootnoteBackref !== undefined;
  if (typeof href !== 'string' || isFootnote) return;
  if (addressOf(href).kind === 'unsafe') {
    delete element.properties[property]; // the text stays, the link does not
    return;
  }
  addresses.push({ kind, href });
  element.properties[property] = mark;
}

function finishCode(pre: Element, highlight: Highlight | undefined): void {
  pre.properties['tabIndex'] = 0; // it scrolls, so the keyboard must reach it
  if (highlight) highlightCode(pre, highlight);
}

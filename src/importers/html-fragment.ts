import type { Element, Root as HtmlRoot } from 'hast';
import { toString } from 'mdast-util-to-string';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import type { Root } from 'mdast';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { markdownTree } from '#markdown/tree.ts';
import { isElement } from './html-elements.ts';

const parser = unified().use(rehypeParse, { fragment: true }).freeze();
const toMarkdown = unified()
  .use(rehypeRemark, {
    handlers: {
      u: (state, node: Element) => {
        const result = { type: 'strong' as const, children: state.all(node) as never };
        state.patch(node, result);
        return result;
      },
    },
  })
  .freeze();
const writer = remark()
  .use(remarkGfm, { tablePipeAlign: false })
  .data('settings', { bullet: '*', fences: true, rule: '-', listItemIndent: 'one' })
  .freeze();

/** HTML as Markdown; undefined if a word would be lost or changed on the way. */
export function fragmentAsMarkdown(html: string): string | undefined {
  const tree = parser.parse(readable(html));
  const shown = textOf(tree);
  if (shown.trim() === '' && !/<(img|hr)\b/i.test(html)) return '';
  unwrapAnchors(tree);
  flattenCells(tree);
  const content = toMarkdown.runSync(tree) as Root;
  visit(content, 'code', (node) => {
    node.value = node.value.replace(/^(?:[ \t]*\n)+/, '').replace(/(?:\n[ \t]*)+$/, '');
  });
  const markdown = writer.stringify(content).trim();
  const again = markdownTree(markdown);
  const isSame = 'tree' in again && squeezed(toString(again.tree, plain)) === squeezed(shown);
  return isSame ? markdown : undefined;
}

/** An `a` without an address is no link, only a place to link to. */
function unwrapAnchors(tree: HtmlRoot): void {
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName !== 'a' || node.properties['href'] || !parent || index === undefined) return;
    parent.children.splice(index, 1, ...(node.children as never[]));
  });
}

/** The attributes of the first element in a piece of HTML. */
export function attributesOf(tag: string): Record<string, string> {
  const [element] = parser.parse(tag).children;
  if (element?.type !== 'element') return {};
  return Object.fromEntries(
    Object.entries(element.properties).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  );
}

/** Cells of a table in Markdown hold one line: paragraphs follow each other, items get a bullet. */
function flattenCells(tree: HtmlRoot): void {
  visit(tree, 'element', (cell) => {
    if (cell.tagName !== 'td' && cell.tagName !== 'th') return;
    visit(cell, 'element', (node) => {
      if (node.tagName === 'li') node.children.unshift({ type: 'text', value: `${bullet} ` });
      if (node.tagName === 'pre') node.tagName = 'code';
      else if (/^(ul|ol|li|p|div)$/.test(node.tagName)) {
        node.tagName = 'span';
        node.children.push({ type: 'text', value: ' ' });
      }
    });
  });
}

const bullet = '•';

const plain = { includeImageAlt: false, includeHtml: true };

/** Placeholders such as `<host>` are text, and in code everything is but the colours. */
function readable(html: string): string {
  const code = /^\s*<code\b[^>]*>[^]*\n[^]*<\/code>\s*$/i.test(html) ? `<pre>${html}</pre>` : html;
  return code
    .replaceAll(/<(?!\/?([a-z][a-z0-9]*)(?=[\s/>])|!--)/gi, '&lt;')
    .replaceAll(/<(\/?)([a-z][a-z0-9]*)(?=[\s/>])/gi, (tag, slash: string, name: string) =>
      isElement(name.toLowerCase()) ? tag : `&lt;${slash}${name}`,
    )
    .replaceAll(
      /(<pre\b[^>]*>)([^]*?)(<\/pre>)/gi,
      (_, open: string, text: string, close: string) =>
        [open, text.replaceAll(/<(?!\/?(?:code|span|br|b|strong|em|i|a)\b)/gi, '&lt;'), close].join(
          '',
        ),
    );
}

function textOf(tree: HtmlRoot): string {
  let text = '';
  visit(tree, 'text', ({ value }) => {
    text += value;
  });
  return text;
}

function squeezed(text: string): string {
  return text.replaceAll(/[\s•]/g, '');
}

import type { Nodes, Parents, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { tagsOf, untranslatable, wrappers } from './html-elements.ts';
import { fragmentAsMarkdown } from './html-fragment.ts';
import type { Edit } from './lined-text.ts';

/** A change to make, or a place where HTML stays as text. */
export type HtmlResult = Edit | { at: number; kept: string };

/** Blocks of HTML as Markdown. */
export function blockResults(text: string, tree: Root): HtmlResult[] {
  const results: HtmlResult[] = [];
  visit(tree, (node) => {
    if (!('children' in node) || !flowParents.has(node.type)) return;
    for (let index = 0; index < node.children.length; index += 1) {
      if (node.children[index]?.type !== 'html') continue;
      const last = lastOfRegion(text, node, index);
      const result = regionResult(text, node.children[index]!, node.children[last]!);
      if (result) results.push(result);
      if (result && 'text' in result) index = last;
    }
  });
  return results;
}

export const flowParents = new Set(['root', 'blockquote', 'listItem', 'footnoteDefinition']);

/** The sibling in which the elements that a block opens are closed; itself if none. */
function lastOfRegion(text: string, parent: Parents, first: number): number {
  if (isWrapping(slice(text, parent.children[first]!))) return first;
  let html = '';
  for (let index = first; index < parent.children.length; index += 1) {
    html += slice(text, parent.children[index]!);
    if (isClosed(html)) return index;
  }
  return first;
}

function isClosed(html: string): boolean {
  const open = new Map<string, number>();
  for (const { name, isClosing, isEmpty } of tagsOf(html)) {
    if (isEmpty || /^(p|li|d[dt]|t[dhr]|tbody|thead|tfoot|colgroup)$/.test(name)) continue;
    open.set(name, (open.get(name) ?? 0) + (isClosing ? -1 : 1));
  }
  return [...open.values()].every((count) => count <= 0);
}

/** Whether a block consists of nothing but tags that hold other blocks, and a summary. */
function isWrapping(html: string): boolean {
  const rest = html.replaceAll(/<summary[^>]*>[^<]*<\/summary>/gi, '').replaceAll(/<[^<>]*>/g, '');
  return rest.trim() === '' && tagsOf(html).every(({ name }) => wrappers.has(name));
}

function regionResult(text: string, first: Nodes, last: Nodes): HtmlResult | undefined {
  const from = first.position!.start.offset!; // the parser gives every node its position
  const to = last.position!.end.offset!;
  const html = text.slice(from, to);
  const tags = tagsOf(html);
  if (tags.length === 0 || html.startsWith('<!--')) return undefined;
  const foreign = tags.find(({ name }) => untranslatable.has(name));
  const prefix = prefixAt(text, from);
  const markdown = foreign ? undefined : asMarkdown(withoutPrefix(html, prefix));
  if (markdown === undefined) return { at: from, kept: (foreign ?? tags[0]!).text };
  return separated(text, { from, to, markdown, prefix });
}

function asMarkdown(html: string): string | undefined {
  if (!isWrapping(html)) return fragmentAsMarkdown(html);
  const summary = /<summary[^>]*>([^<]*)<\/summary>/i.exec(html)?.[1]?.trim();
  return summary ? `**${summary}**` : '';
}

/** What the lines of a list item or a quote start with, behind the first. */
function prefixAt(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return line.replaceAll(/[^>\s]/g, ' ');
}

function withoutPrefix(html: string, prefix: string): string {
  const [first = '', ...others] = html.split('\n');
  const width = prefix.length + (/^[ \t]*/.exec(first)?.[0].length ?? 0);
  const rest = others.map((line) => {
    const own = /^[\s>]*/.exec(line.slice(0, width))?.[0] ?? '';
    return line.slice(own.length);
  });
  return [first, ...rest].join('\n');
}

interface Region {
  from: number;
  to: number;
  markdown: string;
  prefix: string;
}

/** Writes the Markdown with its prefix, and with empty lines around it where text stands close by. */
function separated(text: string, { from, to, markdown, prefix }: Region): Edit {
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  const lineBefore = text.slice(text.lastIndexOf('\n', lineStart - 2) + 1, lineStart);
  const isFirstOnLine = /^[\s>]*$/.test(text.slice(lineStart, from));
  const isClose = lineStart > 0 && isFirstOnLine && /[^\s>]/.test(lineBefore);
  const isFollowed = /^[ \t]*\n(?![ \t>]*\n)[\s>]*[^\s>]/.test(text.slice(to));
  const blank = prefix.trimEnd();
  const [first = '', ...others] = markdown.split('\n');
  const lines = [
    ...(isClose ? [blank, `${prefix}${first}`] : [first]),
    ...others.map((line) => (line ? `${prefix}${line}` : blank)),
    ...(isFollowed ? [blank] : []),
  ];
  return { from: isClose ? lineStart : from, to, text: lines.join('\n') };
}

function slice(text: string, { position }: Nodes): string {
  return text.slice(position!.start.offset, position!.end.offset);
}

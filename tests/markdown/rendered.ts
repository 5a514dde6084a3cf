import type { Element, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { highlightFor } from '#markdown/highlight.ts';
import { bodyHtml } from '#markdown/html.ts';
import { resolvedHtml } from '#markdown/resolved-html.ts';
import { markdownTree } from '#markdown/tree.ts';
import { linkTarget } from '#model/link-target.ts';

/** The HTML of a body as a page shows it; addresses of this site start with /site/. */
export async function rendered(markdown: string): Promise<string> {
  const result = markdownTree(markdown);
  if ('tooDeepAtLine' in result)
    throw new Error(`too deep at line ${String(result.tooDeepAtLine)}`);
  return resolvedHtml(bodyHtml(result.tree, await highlightFor(markdown)), siteAddress);
}

function siteAddress(kind: 'link' | 'image', href: string): string | undefined {
  const target = linkTarget('incidents/2026/a.md', href);
  if (target.kind === 'anchor') return `#h-${encodeURIComponent(target.slug)}`;
  if (target.kind === 'file') return `/site/${encodeURIComponent(target.path)}`;
  if (target.kind === 'record') return `/site/${encodeURIComponent(target.file)}`;
  return target.kind === 'web' && kind === 'link' ? target.href : undefined;
}

/** What a browser makes of a piece of HTML, by a parser that fixlore does not use for records. */
export function parsedHtml(html: string): Root {
  return unified().use(rehypeParse, { fragment: true }).parse(html);
}

/** The text that a reader sees. */
export function visibleText(html: string): string {
  let text = '';
  visit(parsedHtml(html), 'text', (node) => {
    text += node.value;
  });
  return text;
}

/** Every element with its attributes, in order. */
export function elementsOf(html: string): Element[] {
  const elements: Element[] = [];
  visit(parsedHtml(html), 'element', (element) => {
    elements.push(element);
  });
  return elements;
}

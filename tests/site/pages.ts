import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type DefaultTreeAdapterMap } from 'parse5';
import { filesBelow } from '../tree.ts';

/* Finished pages as a browser's parser reads them: by another one than wrote them. */

export interface PageElement {
  name: string;
  attributes: Record<string, string>;
  /** The text inside, scripts and styles included. */
  text: string;
}

/** The pages of a site by their path in its folder, each with all its elements. */
export function pagesOf(folder: string): Map<string, PageElement[]> {
  const pages = filesBelow(folder).filter((path) => path.endsWith('.html'));
  return new Map(pages.map((path) => [path, elementsOf(readFileSync(join(folder, path), 'utf8'))]));
}

/** Every element of a page, in order. */
export function elementsOf(html: string): PageElement[] {
  const elements: PageElement[] = [];
  const visit = (node: Node) => {
    if ('tagName' in node) {
      elements.push({
        name: node.tagName,
        attributes: Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])),
        text: textOf(node),
      });
    }
    if ('content' in node) visit(node.content);
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(parse(html));
  return elements;
}

type Node = DefaultTreeAdapterMap['node'];

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

import type { Nodes, Root } from 'mdast';
import type { Range } from '#diagnostics/diagnostic.ts';
import { eachNode } from './each-node.ts';
import { sluggedHeadings } from './slugs.ts';

/** What the rest of the site needs to know about a body without rendering it. */
export interface Outline {
  headings: Heading[];
  links: Link[];
  html: { range: Range; isComment: boolean }[];
}

export interface Heading {
  /** The slug that authors link to; the page's id carries a prefix. */
  slug: string;
  text: string;
  depth: number;
}

export interface Link {
  kind: 'link' | 'image';
  /** As written, entities and escapes resolved. */
  href: string;
  /** In the file. */
  range: Range;
}

export const emptyOutline: Outline = { headings: [], links: [], html: [] };

/** Collects headings, links and HTML. `bodyLine` is the line of the file on which the body starts. */
export function outlineOf(tree: Root, bodyLine: number): Outline {
  const outline: Outline = { headings: [], links: [], html: [] };
  for (const { node, slug, text } of sluggedHeadings(tree)) {
    outline.headings.push({ slug, text, depth: node.depth });
  }
  const definitions = definedAddresses(tree);
  eachWithPosition(tree, undefined, (node, position) => {
    const range = rangeOf(position, bodyLine);
    if (node.type === 'html')
      outline.html.push({ range, isComment: node.value.startsWith('<!--') });
    const link = linkOf(node, definitions);
    if (link) outline.links.push({ ...link, range });
  });
  return outline;
}

/** An address that was found in a text after parsing has no position: then that of its ancestor counts. */
function eachWithPosition(
  node: Nodes,
  inherited: Position | undefined,
  see: (node: Nodes, position: Position) => void,
): void {
  const position = node.position ?? inherited;
  if (position) see(node, position);
  if (!('children' in node)) return;
  for (const child of node.children) eachWithPosition(child, position, see);
}

type Position = NonNullable<Nodes['position']>;

/** Where a node stands in the file. */
export function rangeOf({ start, end }: Position, bodyLine: number): Range {
  return {
    line: start.line + bodyLine - 1,
    column: start.column,
    end_line: end.line + bodyLine - 1,
    end_column: end.column,
  };
}

function definedAddresses(tree: Root): Map<string, string> {
  const definitions = new Map<string, string>();
  eachNode<Nodes>(tree, (node) => {
    if (node.type !== 'definition' || definitions.has(node.identifier)) return;
    definitions.set(node.identifier, node.url);
  });
  return definitions;
}

function linkOf(node: Nodes, definitions: Map<string, string>): Omit<Link, 'range'> | undefined {
  if (node.type === 'link' || node.type === 'image') return { kind: node.type, href: node.url };
  if (node.type !== 'linkReference' && node.type !== 'imageReference') return undefined;
  const href = definitions.get(node.identifier);
  if (href === undefined) return undefined;
  return { kind: node.type === 'linkReference' ? 'link' : 'image', href };
}

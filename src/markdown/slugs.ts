import GithubSlugger from 'github-slugger';
import type { Heading, Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { eachNode } from './each-node.ts';

/** Each heading of a body with its text and the slug that authors link to, as GitHub makes it. */
export function sluggedHeadings(tree: Root): { node: Heading; text: string; slug: string }[] {
  const slugger = new GithubSlugger();
  const headings: { node: Heading; text: string; slug: string }[] = [];
  eachNode<Nodes>(tree, (node) => {
    if (node.type !== 'heading') return;
    const text = toString(node);
    headings.push({ node, text, slug: slugger.slug(text) });
  });
  return headings;
}

/** Ids of headings carry this prefix, so that a heading cannot take the name of something else. */
export const headingPrefix = 'h-';

import type { Heading, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { roleOf, type Role } from './article-roles.ts';

/** A section of an article: its top heading, and all below it up to the next. */
export interface Section {
  heading: Heading;
  role: Role | undefined;
  /** What it holds, without its heading. */
  blocks: RootContent[];
  from: number;
  to: number;
}

/**
 * The sections of a text; what stands before the first of them belongs to none. `title` is a heading
 * that counts for the title of the article.
 */
export function sectionsOf(text: string, { children }: Root, title?: Heading): Section[] {
  const headings = children.filter((node) => node.type === 'heading' && node !== title);
  const top = Math.min(...headings.map((node) => (node.type === 'heading' ? node.depth : 6)));
  const starts = headings.filter((node): node is Heading => 'depth' in node && node.depth === top);
  return starts.map((heading, index) => {
    const next = starts[index + 1];
    const first = children.indexOf(heading) + 1;
    return {
      heading,
      role: roleOf(toString(heading)),
      blocks: children.slice(first, next && children.indexOf(next)),
      from: heading.position!.start.offset!, // the parser gives every node its position
      to: next?.position!.start.offset ?? text.length,
    };
  });
}

/** Whether a role stands once among sections: two of them belong to two problems. */
export function isOnly(sections: readonly Section[], role: Role): boolean {
  return sections.filter((section) => section.role === role).length === 1;
}

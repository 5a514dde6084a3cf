import type { Nodes, Root } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { eachNode } from '#markdown/each-node.ts';

/** A character that is escaped in a text, as mdast-util-to-markdown wants to be told. */
export interface Unsafe {
  character: string;
  /** What stands before it and follows it: sources of regular expressions. */
  before?: string;
  after?: string;
  /** Only where a line begins. */
  atBreak?: boolean;
}

/**
 * Writes syntax trees as a tool reads them. `unsafe` are the characters that mean something to the tool
 * and nothing in Markdown: where they stand in a text they are escaped.
 */
export function markdownWriter(
  unsafe: readonly Unsafe[],
  more: { resourceLink?: boolean } = {},
): (tree: Root) => string {
  const writer = remark()
    .use(remarkGfm, { tablePipeAlign: false })
    .data('settings', {
      ...{ bullet: '-', fences: true, rule: '-', listItemIndent: 'one' },
      ...more,
      unsafe: [...everywhere, ...unsafe],
    })
    .freeze();
  return (tree) => {
    eachNode<Nodes>(tree, (node) => {
      // With a hyphen in it a tool may take it for an order: mdx-code-block, js-vue.
      if (node.type === 'code' && !/^[a-z0-9+#]+$/i.test(node.lang ?? '')) node.lang = null;
    });
    return writer.stringify(tree);
  };
}

/** An angle bracket that could open a comment or a tag, in whatever way a tool looks for one. */
const everywhere: Unsafe[] = [{ character: '<' }, { character: '!', after: '--' }];

/** `:name[…]{…}` and `:::name` are orders where remark-directive is at work. */
export const directives: Unsafe[] = [
  { character: ':', after: String.raw`[^\s:/]` },
  { atBreak: true, character: ':', after: ':' },
];

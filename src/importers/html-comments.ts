import { visit } from 'unist-util-visit';
import { markdownTree } from '#markdown/tree.ts';
import { edited, type Edit, type LinedText } from './lined-text.ts';

/**
 * Takes the HTML comments out of a body: the source did not show them, and a record shows all HTML as
 * text. Those in code are code.
 */
export function withoutComments(body: LinedText): { body: LinedText; comments: string[] } {
  const result = body.text.includes('<!--') ? markdownTree(body.text) : undefined;
  if (!result || 'tooDeepAtLine' in result) return { body, comments: [] };
  const comments: string[] = [];
  const edits: Edit[] = [];
  visit(result.tree, 'html', ({ position }) => {
    const start = position!.start.offset!; // the parser gives every node its position
    const html = body.text.slice(start, position!.end.offset);
    for (const comment of html.matchAll(/<!--([\s\S]*?)-->/g)) {
      const from = start + comment.index;
      comments.push((comment[1] ?? '').trim());
      edits.push({ ...wholeLines(body.text, from, from + comment[0].length), text: '' });
    }
  });
  return { body: edited(body, edits), comments: comments.filter((text) => text !== '') };
}

/** With the line ends around it, where nothing else stands on its lines. */
function wholeLines(text: string, from: number, to: number): { from: number; to: number } {
  const before = /(?:^|\n)[ \t]*$/.exec(text.slice(0, from));
  const after = /^[ \t]*(?:\n|$)/.exec(text.slice(to));
  if (!before || !after) return { from, to };
  const lineStart = before.index + (before[0].startsWith('\n') ? 1 : 0);
  return { from: lineStart, to: to + after[0].length };
}

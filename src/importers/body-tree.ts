import type { Root } from 'mdast';
import { markdownTree } from '#markdown/tree.ts';
import type { LinedText } from './lined-text.ts';
import type { SourceProblem } from './source-text.ts';

/** The syntax tree of a body, or the line on which it gets too deep to be shown. */
export function bodyTree({ text, lines }: LinedText): { tree: Root } | { problem: SourceProblem } {
  const result = markdownTree(text);
  if ('tree' in result) return result;
  return {
    problem: {
      line: lines[result.tooDeepAtLine - 1] ?? 1,
      message: 'Quotes, lists or emphasis are nested deeper than 60 levels.',
      hint: 'Write a pasted text as a code block, between lines of three backquotes.',
    },
  };
}

import type { Root } from 'mdast';
import { markdownTree } from '#markdown/tree.ts';
import type { LinedText } from './lined-text.ts';
import type { SourceProblem } from './source-text.ts';

/** The syntax tree of a body, or the line on which it gets too deep or too tangled to be shown. */
export function bodyTree({ text, lines }: LinedText): { tree: Root } | { problem: SourceProblem } {
  const result = markdownTree(text);
  if ('tree' in result) return result;
  return {
    problem: {
      line: lines[result.tooDeepAtLine - 1] ?? 1,
      message:
        'The text is nested too deep here, or a paragraph holds too many characters that mean something in Markdown.',
      hint: 'Put a pasted log or mail into a code block, between lines of three backquotes.',
    },
  };
}

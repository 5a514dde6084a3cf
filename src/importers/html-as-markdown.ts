import { markdownTree } from '#markdown/tree.ts';
import { blockResults } from './html-blocks.ts';
import { inlineResults } from './html-inline.ts';
import { edited, lineAt, type Edit, type LinedText } from './lined-text.ts';

/** HTML that stays in the text as it is, and is shown so. */
export interface KeptHtml {
  line: number;
  tag: string;
}

/**
 * Writes the HTML of a body as Markdown, since records show HTML as text. Every word stays; what
 * Markdown cannot say stays as it was written. Placeholders such as `<project-id>` are no HTML.
 */
export function htmlAsMarkdown(body: LinedText): {
  body: LinedText;
  count: number;
  kept: KeptHtml[];
} {
  const result = /<\/?[a-z]/i.test(body.text) ? markdownTree(body.text) : undefined;
  if (!result || 'tooDeepAtLine' in result) return { body, count: 0, kept: [] };
  const results = [
    ...blockResults(body.text, result.tree),
    ...inlineResults(body.text, result.tree),
  ];
  const edits: Edit[] = [];
  const kept: KeptHtml[] = [];
  for (const one of results) {
    if ('text' in one) edits.push(one);
    else kept.push({ line: lineAt(body, one.at), tag: one.kept });
  }
  return { body: edited(body, edits), count: edits.length, kept };
}

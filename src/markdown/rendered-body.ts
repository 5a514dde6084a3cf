import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { tooDeep, type Body, type BodySource } from './body.ts';
import { highlightFor } from './highlight.ts';
import { bodyHtml } from './html.ts';
import { outlineOf } from './outline.ts';
import { markdownTree } from './tree.ts';

/** The outline and the HTML of a record's body. */
export async function renderedBody(
  source: BodySource,
): Promise<{ body?: Body; problem?: Diagnostic }> {
  const result = markdownTree(source.body);
  if ('tooDeepAtLine' in result) return { problem: tooDeep(source, result.tooDeepAtLine) };
  const outline = outlineOf(result.tree, source.bodyLine);
  const html = bodyHtml(result.tree, await highlightFor(source.body));
  return { body: { outline, html } };
}

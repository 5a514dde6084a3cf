import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { tooDeep, type Body, type BodySource } from './body.ts';
import { guideOf, type Guide } from './guide.ts';
import { highlightFor } from './highlight.ts';
import { bodyHtml } from './html.ts';
import { outlineOf } from './outline.ts';
import { markdownTree } from './tree.ts';

/** The outline and the HTML of a record's body, and how it guides if that is asked for. */
export async function renderedBody(
  source: BodySource,
): Promise<{ body?: Body; guide?: Guide; problem?: Diagnostic }> {
  const result = markdownTree(source.body);
  if ('tooDeepAtLine' in result) return { problem: tooDeep(source, result.tooDeepAtLine) };
  const outline = outlineOf(result.tree, source.bodyLine);
  const guide = source.isGuide ? guideOf(result.tree, source) : undefined;
  const html = bodyHtml(result.tree, await highlightFor(source.body));
  return { body: { outline, html }, ...(guide && { guide }) };
}

import type { Root } from 'mdast';
import { bodyTree } from './body-tree.ts';
import { htmlAsMarkdown } from './html-as-markdown.ts';
import { withoutComments } from './html-comments.ts';
import type { ImportReport } from './import-report.ts';
import type { LinedText } from './lined-text.ts';
import type { SourcePage } from './source-page.ts';
import type { SourceProblem } from './source-text.ts';
import { withoutVendorSyntax } from './vendor-syntax.ts';

/** The body of a page as plain Markdown. */
export interface SourceBody {
  body: LinedText;
  tree: Root;
  /** What the source did not show. */
  comments: string[];
  /** The ids that the source gave its headings, by the line of the source. */
  headingIds: ReadonlyMap<number, string>;
}

/** Writes comments, vendor syntax and HTML as Markdown; what cannot be written so is reported. */
export function sourceBody(
  page: SourcePage,
  file: string,
  report: ImportReport,
): SourceBody | { problem: SourceProblem } {
  const { body: visible, comments } = withoutComments(page.body);
  report.carry('HTML comments', '`imported.fields`', comments.length);
  const plain = withoutVendorSyntax(visible, file, report);
  const html = htmlAsMarkdown(plain.body);
  report.carry('HTML tags', 'Markdown', html.count);
  for (const { line, tag } of html.kept) report.lose(file, line, tag, 'HTML is kept as text');
  const parsed = bodyTree(html.body);
  if ('problem' in parsed) return parsed;
  return { body: html.body, tree: parsed.tree, comments, headingIds: plain.headingIds };
}

import type { Root } from 'mdast';
import { sluggedHeadings } from '#markdown/slugs.ts';
import { markdownTree } from '#markdown/tree.ts';
import { inOurOrder, sectionsOf, withOurHeadings, type Section } from './article-sections.ts';
import { titled, type Titled } from './article-title.ts';
import { htmlAsMarkdown } from './html-as-markdown.ts';
import { withoutComments } from './html-comments.ts';
import type { ImportReport } from './import-report.ts';
import type { SourceFile } from './importer.ts';
import { lineAt, type LinedText } from './lined-text.ts';
import { readSource, type SourcePage } from './source-page.ts';
import type { SourceProblem } from './source-text.ts';
import { withoutVendorSyntax } from './vendor-syntax.ts';

/** An article of the source, read and written in our words; its links still lead where they led. */
export interface ArticleDraft extends Titled {
  file: SourceFile;
  bytes: Uint8Array;
  page: SourcePage;
  sections: Section[];
  /** The anchors that links used, and those that the same headings have now; '' is the top. */
  anchors: ReadonlyMap<string, string>;
  /** What the source did not show. */
  comments: string[];
}

export function articleDraft(
  file: SourceFile,
  report: ImportReport,
): ArticleDraft | { problem: SourceProblem } {
  const read = readSource(file, report);
  if ('problem' in read) return read;
  const { body: visible, comments } = withoutComments(read.page.body);
  report.carry('HTML comments', '`imported.fields`', comments.length);
  const plain = withoutVendorSyntax(visible, file.path, report);
  const html = htmlAsMarkdown(plain.body);
  report.carry('HTML tags', 'Markdown', html.count);
  for (const { line, tag } of html.kept) report.lose(file.path, line, tag, 'HTML is kept as text');

  const source = treeOf(html.body);
  if ('problem' in source) return source;
  const title = titled(read.page, file.path, source, report);
  const arranged = inOurWords(title.body, report);
  if ('problem' in arranged) return arranged;
  const { body, tree } = arranged;
  return {
    ...{ ...read, file, ...title, body, comments, sections: sectionsOf(body.text, tree) },
    anchors: anchorsOf(source, arranged, plain.headingIds),
  };
}

interface Parsed {
  body: LinedText;
  tree: Root;
}

function inOurWords(body: LinedText, report: ImportReport): Parsed | { problem: SourceProblem } {
  let current = treeOf(body);
  for (const arranged of [inOurOrder, withOurHeadings]) {
    if ('problem' in current) return current;
    const sections = sectionsOf(current.body.text, current.tree);
    const next = arranged(current.body, sections, report);
    if (next !== current.body) current = treeOf(next);
  }
  return current;
}

function treeOf(body: LinedText): Parsed | { problem: SourceProblem } {
  const result = markdownTree(body.text);
  if ('tree' in result) return { body, tree: result.tree };
  return {
    problem: {
      line: body.lines[result.tooDeepAtLine - 1] ?? 1,
      message: 'Quotes, lists or emphasis are nested deeper than 60 levels.',
      hint: 'Write a pasted text as a code block, between lines of three backquotes.',
    },
  };
}

/** Headings keep the line of the source they came from, wherever their sections were moved. */
function anchorsOf(before: Parsed, after: Parsed, ids: Map<number, string>): Map<string, string> {
  const now = new Map(
    sluggedHeadings(after.tree).map(({ node, slug }) => [lineOf(after.body, node), slug] as const),
  );
  const anchors = new Map<string, string>();
  for (const { node, slug } of sluggedHeadings(before.tree)) {
    const line = lineOf(before.body, node);
    for (const anchor of [slug, ids.get(line)]) {
      if (anchor !== undefined) anchors.set(anchor, now.get(line) ?? '');
    }
  }
  return anchors;
}

function lineOf(body: LinedText, { position }: Parsed['tree']['children'][number]): number {
  return lineAt(body, position!.start.offset!); // the parser gives every node its position
}

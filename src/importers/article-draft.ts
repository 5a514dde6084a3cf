import type { Heading, Root } from 'mdast';
import { articleFacts, type ArticleFacts } from './article-facts.ts';
import { newAnchors, newHeadings } from './article-headings.ts';
import { addressesIn, type WrittenAddress } from './article-links.ts';
import { inOurOrder, type Stretch } from './article-order.ts';
import { sectionsOf } from './article-sections.ts';
import { titled, type Titled } from './article-title.ts';
import { bodyTree } from './body-tree.ts';
import { htmlAsMarkdown } from './html-as-markdown.ts';
import { withoutComments } from './html-comments.ts';
import type { ImportReport } from './import-report.ts';
import type { SourceFile } from './importer.ts';
import { edited, lineAt, sliced, type Edit, type LinedText } from './lined-text.ts';
import { readSource, type SourcePage } from './source-page.ts';
import type { SourceProblem } from './source-text.ts';
import { withoutVendorSyntax } from './vendor-syntax.ts';

/** An article of the source, read: what it says, and what is to change in its text. */
export interface ArticleDraft extends Omit<Titled, 'node'> {
  file: SourceFile;
  bytes: Uint8Array;
  page: SourcePage;
  facts: ArticleFacts;
  /** The text with the source's headings, order and addresses. */
  body: LinedText;
  /** Changes of headings. */
  edits: Edit[];
  /** The stretches of the text in the order in which the article has them. */
  order: Stretch[];
  addresses: WrittenAddress[];
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

  const { body } = html;
  const parsed = bodyTree(body);
  if ('problem' in parsed) return parsed;
  const { tree } = parsed;
  const { node, ...title } = titled(read.page, file.path, tree, report);
  const sections = sectionsOf(body.text, tree, node);
  const renamed = newHeadings(sections, report);
  const order = inOurOrder(body.text, sections);
  if (order.length > 1) report.carry('sections in another order', 'steps before causes');
  const facts = articleFacts(sections);
  const gone = new Set([node, facts.told?.heading]);
  if (facts.told) report.carry('sections on symptoms alone', '`symptoms`');
  const idOf = (heading: Heading) => plain.headingIds.get(lineAt(body, start(heading)));
  return {
    ...{ ...read, file, ...title, facts, body, order, comments },
    edits: [
      ...headingEdits(body.text, node, renamed),
      ...(facts.told ? [{ from: facts.told.from, to: facts.told.to, text: '' }] : []),
    ],
    addresses: addressesIn(body, tree),
    anchors: newAnchors(tree, { gone, renamed, order, idOf }),
  };
}

/** The body of the article, with further changes made. */
export function draftBody({ body, edits, order }: ArticleDraft, others: readonly Edit[]): string {
  const all = [...edits, ...others];
  const parts = order.map(({ from, to }) => {
    const own = all.filter((edit) => edit.from >= from && edit.to <= to);
    const moved = own.map((edit) => ({ ...edit, from: edit.from - from, to: edit.to - from }));
    return edited(sliced(body, from, to), moved).text;
  });
  if (parts.length === 1) return parts[0] ?? '';
  return parts
    .map((part) => part.trimEnd())
    .filter(Boolean)
    .join('\n\n');
}

function headingEdits(
  text: string,
  title: Heading | undefined,
  renamed: ReadonlyMap<Heading, string>,
): Edit[] {
  const edits = [...renamed].map(([node, words]): Edit => {
    return { from: start(node), to: end(node), text: `${'#'.repeat(node.depth)} ${words}` };
  });
  if (!title) return edits;
  const blank = /^[ \t]*\n(?:[ \t]*\n)*/.exec(text.slice(end(title)))?.[0].length ?? 0;
  return [{ from: start(title), to: end(title) + blank, text: '' }, ...edits];
}

function start({ position }: Root | Heading): number {
  return position!.start.offset!; // the parser gives every node its position
}

function end({ position }: Root | Heading): number {
  return position!.end.offset!;
}

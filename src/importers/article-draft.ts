import type { Heading, Root } from 'mdast';
import { articleFacts, type ArticleFacts } from './article-facts.ts';
import { newAnchors, newHeadings } from './article-headings.ts';
import { addressesIn } from './article-links.ts';
import { inOurOrder, type Stretch } from './article-order.ts';
import { sectionsOf } from './article-sections.ts';
import { titled, type Titled } from './article-title.ts';
import type { ImportReport } from './import-report.ts';
import type { SourceFile } from './importer.ts';
import { edited, lineAt, sliced, type Edit, type LinedText } from './lined-text.ts';
import { sourceBody } from './source-body.ts';
import type { AddressedDraft } from './source-addresses.ts';
import { readSource, type SourcePage } from './source-page.ts';
import type { SourceProblem } from './source-text.ts';

/** An article of the source, read: what it says, and what is to change in its text. */
export interface ArticleDraft extends Omit<Titled, 'node'>, AddressedDraft {
  bytes: Uint8Array;
  page: SourcePage;
  facts: ArticleFacts;
  /** The text with the source's headings, order and addresses. */
  body: LinedText;
  /** Changes of headings. */
  edits: Edit[];
  /** The stretches of the text in the order in which the article has them. */
  order: Stretch[];
  /** What the source did not show. */
  comments: string[];
}

export function articleDraft(
  file: SourceFile,
  report: ImportReport,
): ArticleDraft | { problem: SourceProblem } {
  const read = readSource(file, report);
  if ('problem' in read) return read;
  const plain = sourceBody(read.page, file.path, report);
  if ('problem' in plain) return plain;
  const { body, tree, comments } = plain;
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

/** The changes that give headings other words and leave out the one that says the title. */
export function headingEdits(
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

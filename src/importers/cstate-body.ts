import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { markdownTree } from '#markdown/tree.ts';
import { withoutComments } from './html-comments.ts';
import { htmlAsMarkdown } from './html-as-markdown.ts';
import type { ImportReport } from './import-report.ts';
import { edited, lineAt, type Edit, type LinedText } from './lined-text.ts';
import { firstSentence } from './first-sentence.ts';

/** The text of an issue as a record has it. */
export interface CstateBody {
  body: LinedText;
  comments: string[];
}

/** Writes what only cState shows as plain Markdown: updates with their time, headed messages, HTML. */
export function cstateBody(source: LinedText, file: string, report: ImportReport): CstateBody {
  const { body: visible, comments } = withoutComments(source);
  report.carry('HTML comments', '`imported.fields`', comments.length);
  const html = htmlAsMarkdown(visible);
  report.carry('HTML tags', 'Markdown', html.count);
  for (const { line, tag } of html.kept) report.lose(file, line, tag, 'HTML is kept as text');
  const body = withoutShortcodes(html.body, file, report);
  return { body: withHeadings(body, report), comments };
}

/** `{{< track "2018-06-13 16:00" >}}` is the time of an update; cState has no other shortcode. */
function withoutShortcodes(body: LinedText, file: string, report: ImportReport): LinedText {
  const edits: Edit[] = [];
  for (const match of body.text.matchAll(/\{\{([<%])\s*([\w/-]+)\s*([^{}]*?)\s*[>%]\}\}/g)) {
    const [whole, , name, argument = ''] = match;
    const time = /^["'`]?([^"'`<>]+?)["'`]?$/.exec(argument)?.[1];
    const from = match.index;
    if (name === 'track' && time) {
      edits.push({ from, to: from + whole.length, text: `(${time})` });
    } else {
      report.lose(file, lineAt(body, from), whole, 'an unknown shortcode is kept as text');
    }
  }
  report.carry('times of updates', '(time) in the text', edits.length);
  return edited(body, edits);
}

const message =
  /^\[((?:initial|open(?:ing)?|updated?|edit|clos(?:e|ing)|final|end)\b[^[\]\n]{0,60})\](?![([:])[ \t]*(?:-->[ \t]*)?(.*)$/gim;

/** Lines such as `[Final message]` or `[Final message] -->` head what follows, so they become headings. */
function withHeadings(body: LinedText, report: ImportReport): LinedText {
  const found = [...body.text.matchAll(message)];
  const code = found.length > 0 ? codeRanges(body.text) : [];
  const edits = found
    .filter(({ index }) => !code.some(([from, to]) => index >= from && index < to))
    .map(({ index, 0: line, 1: title = '', 2: rest = '' }): Edit => {
      const isAlone = rest === '' && /^\n[ \t]*(\n|$)/.test(body.text.slice(index + line.length));
      const below = rest === '' ? (isAlone ? '' : '\n') : `\n\n${rest}`;
      return { from: index, to: index + line.length, text: `## ${title}${below}` };
    });
  report.carry('[… message] lines', 'headings', edits.length);
  return edited(body, edits);
}

function codeRanges(text: string): [number, number][] {
  const result = markdownTree(text);
  if ('tooDeepAtLine' in result) return [];
  return result.tree.children.flatMap((node): [number, number][] =>
    node.type === 'code' ? [[node.position!.start.offset!, node.position!.end.offset!]] : [],
  );
}

const longest = 240;

/**
 * What people saw, in the words of the issue: the first sentence of its first message, which cState
 * has last: under a heading such as "Initial message", in the update with the earliest time, else at
 * the top. Undefined where that is no sentence of a length to read.
 */
export function firstWords({ children: blocks }: Root): string | undefined {
  const first = afterInitialHeading(blocks) ?? earliestUpdate(blocks) ?? blocks[0];
  if (first?.type !== 'paragraph') return undefined;
  const text = toString(withoutLabel(first)).replaceAll(times, '');
  const sentence = firstSentence(text);
  const isUsable = sentence.length >= 12 && sentence.length <= longest && sentence.includes(' ');
  return isUsable ? sentence : undefined;
}

/** An update starts with its status: *Investigating* - We are … */
function withoutLabel({ children }: Paragraph): PhrasingContent[] {
  const [label, text] = children;
  const isLabel = label?.type === 'emphasis' || label?.type === 'strong';
  const rest = text?.type === 'text' ? /^\s*(?:[-–—:]\s+)([^]*)$/.exec(text.value)?.[1] : undefined;
  if (!isLabel || text?.type !== 'text' || rest === undefined) return children;
  return [{ ...text, value: rest }, ...children.slice(2)];
}

const times = /\s*\(\d{4}-\d{2}-\d{2}[T ][^()]*\)/g;

function afterInitialHeading(blocks: RootContent[]): RootContent | undefined {
  const index = blocks.findLastIndex(
    (node) => node.type === 'heading' && /^(initial|open)/i.test(toString(node)),
  );
  return index === -1 ? undefined : blocks[index + 1];
}

function earliestUpdate(blocks: RootContent[]): RootContent | undefined {
  const updates = blocks.filter((node) => timeOf(node) !== undefined);
  return updates.reduce<RootContent | undefined>(
    (best, node) => (!best || timeOf(node)! <= timeOf(best)! ? node : best),
    undefined,
  );
}

function timeOf(node: RootContent): string | undefined {
  if (node.type !== 'paragraph') return undefined;
  return /\((\d{4}-\d{2}-\d{2}[T ][^()]*)\)/.exec(toString(node))?.[1]?.replace('T', ' ');
}

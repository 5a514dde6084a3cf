import type { Nodes, Root } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';

/** Deeper than any text a person writes, and far from where the parser runs out of stack. */
export const maxDepth = 60;

const parser = remark().use(remarkGfm).freeze();

/** More of `*_~[]<&` and backquotes than any paragraph has; a log that was pasted as text has them. */
export const maxMarkers = 5000;

/** More headings underlined with = or - than any text has; a pasted table of figures has them. */
const maxUnderlined = 1000;

/**
 * The syntax tree of a body, GitHub flavoured. No tree but a line if it is nested too deep, or if a
 * paragraph there holds so many markers that the parser, whose time grows with the square of their
 * number, would take seconds for it.
 */
export function markdownTree(text: string): { tree: Root } | { tooDeepAtLine: number } {
  const line = firstTooDeepLine(text) || firstTangledLine(text) || firstLineTooManyUnderlined(text);
  if (line > 0) return { tooDeepAtLine: line };
  try {
    const tree = parser.parse(text);
    assertDepth(tree, 0);
    return { tree };
  } catch (error) {
    if (error instanceof RangeError) return { tooDeepAtLine: 1 };
    throw error;
  }
}

/** Whether a body can be nested too deep, hold a link, an image or HTML: cheap, and never wrongly no. */
export function needsTree(text: string): boolean {
  if (/[[<]/.test(text) || firstTooDeepLine(text) > 0 || hasOddAddress(text)) return true;
  if (firstTangledLine(text) > 0 || firstLineTooManyUnderlined(text) > 0) return true;
  return (text.match(/[*_~]/g)?.length ?? 0) > maxDepth;
}

/** A bare address becomes a link, too; only one that is none to a browser concerns a rule. */
function hasOddAddress(text: string): boolean {
  const addresses = text.match(/\b(?:https?:\/\/|www\.)\S*/gi) ?? [];
  return addresses.some((one) => !URL.canParse(/^www/i.test(one) ? `http://${one}` : one));
}

/** Markers of quotes and lists at the start of a line nest; the parser's time grows with the square. */
function firstTooDeepLine(text: string): number {
  let number = 0;
  for (const line of text.split('\n')) {
    number += 1;
    if (line.length <= maxDepth) continue;
    const prefix = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=\s)))*[ \t]*/.exec(line)?.[0] ?? '';
    const markers = prefix.replaceAll(/[ \t\d]/g, '').length;
    const isIndentedList = markers > 0 && /^[ \t]*/.exec(prefix)![0].length / 2 > maxDepth;
    if (markers > maxDepth || isIndentedList) return number;
  }
  return 0;
}

/** The first line of a paragraph with too many markers. Each block and each table row starts anew. */
function firstTangledLine(text: string): number {
  if (text.length <= maxMarkers) return 0;
  let isCode = false;
  let first = 1;
  let markers = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const isFence = /^ {0,3}(?:```|~~~)/.test(line);
    if (isFence) isCode = !isCode;
    if (isFence || isCode || /^\s*(?:$|[#>|+-]|\* |\d+[.)] )/.test(line) || line.includes(' | ')) {
      [first, markers] = [index + 2, 0];
    }
    if (!isCode) markers += line.match(/[*_~[\]<&`]/g)?.length ?? 0;
    if (markers > maxMarkers) return Math.min(first, index + 1);
  }
  return 0;
}

/** The line that underlines one heading too many: here, too, time grows with the square. */
function firstLineTooManyUnderlined(text: string): number {
  let count = 0;
  for (const match of text.matchAll(/\n {0,3}(?:=+|-+)[ \t]*(?=\n|$)/g)) {
    count += 1;
    if (count > maxUnderlined) return text.slice(0, match.index).split('\n').length + 1;
  }
  return 0;
}

function assertDepth(node: Nodes, depth: number): void {
  if (depth > maxDepth * 2) throw new RangeError('nested too deep');
  if ('children' in node) for (const child of node.children) assertDepth(child, depth + 1);
}

import type { Nodes, Root } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';

/** Deeper than any text a person writes, and far from where the parser runs out of stack. */
export const maxDepth = 60;

const parser = remark().use(remarkGfm).freeze();

/**
 * The syntax tree of a body, GitHub flavoured, with its HTML turned into text: a record is shown as
 * it was written, `<user>@<host>` included. Undefined with a line if it is nested too deep.
 */
export function markdownTree(text: string): { tree: Root } | { tooDeepAtLine: number } {
  const line = firstTooDeepLine(text);
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

function assertDepth(node: Nodes, depth: number): void {
  if (depth > maxDepth * 2) throw new RangeError('nested too deep');
  if ('children' in node) for (const child of node.children) assertDepth(child, depth + 1);
}

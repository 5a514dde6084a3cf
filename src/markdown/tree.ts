import type { Nodes, Root } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';

/** Deeper than any text a person writes, and far from where the parser runs out of stack. */
export const maxDepth = 60;

const plain = remark().freeze();
const withGitHub = remark().use(remarkGfm).freeze();

/**
 * Whether a text can hold what GitHub adds to Markdown: tables, `~struck~`, footnotes, task lists, bare
 * addresses. Never wrongly no; looking for them makes the parser more than twice as slow.
 */
function mayUseGitHub(text: string): boolean {
  // An entity can spell an address; a table is told by its bars, or by the colons below its head.
  return /[|~@&]|:-|-:|\[[\s^xX]|www|http/i.test(text);
}

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
    const tree = (mayUseGitHub(text) ? withGitHub : plain).parse(text);
    assertDepth(tree, 0);
    return { tree };
  } catch (error) {
    if (error instanceof RangeError) return { tooDeepAtLine: 1 };
    throw error;
  }
}

/**
 * Whether only the tree tells what a check wants to know of a body: it may be nested too deep, or hold
 * an image, HTML, or a link of another form than `[text](path)`. Cheap, and never wrongly no.
 */
export function needsTree(text: string): boolean {
  if (/<[a-z/!?]|!\[|\]:/i.test(text) || otherLink.test(text) || hasOddAddress(text)) return true;
  if (firstTooDeepLine(text) || firstTangledLine(text) || firstLineTooManyUnderlined(text)) {
    return true;
  }
  return (text.match(/[*_~]/g)?.length ?? 0) > maxDepth;
}

/**
 * Where the links of a body lead that needs no tree. What only looks like a link, in a code block for
 * instance, is among them.
 */
export function simpleHrefs(text: string): string[] {
  return Array.from(text.matchAll(simpleLink), ([, href = '']) => href);
}

const simpleLink = /\]\(([\w./:#?=%~+@,;-]*)\)/g;
const otherLink = /\]\((?![\w./:#?=%~+@,;-]*\))/;

/** A bare address becomes a link, too; only one that is none to a browser concerns a rule. */
function hasOddAddress(text: string): boolean {
  if (/xmpp:|&(?:#|colon|period|sol)/i.test(text)) return true; // an entity can spell an address
  // No address starts with a sign, as in https://$host/ of a script.
  const addresses = text.match(/(?:https?:\/\/(?![!-%'-,/:-@[\]^`{-~])|www\.)[^ \t\n]*/gi) ?? [];
  return addresses.some((one) => {
    const [, address, rest = ''] = ordinaryAddress.exec(one.replace(/^www/i, 'http://www')) ?? [];
    return !address || !URL.canParse(address) || /www\.|https?:/i.test(rest); // two of them in one word
  });
}

/** An address, what follows its host, and behind it what ends a sentence. */
const ordinaryAddress =
  /^(https?:\/\/[\w.-]*[a-z\d](?::\d+)?((?:[/?#][\w./:?=%+~,;#&@!-]*)?))[).,!?'"]*$/i;

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

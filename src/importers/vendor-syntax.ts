import { markdownTree } from '#markdown/tree.ts';
import type { ImportReport } from './import-report.ts';
import { CodeMask } from './code-mask.ts';
import { edited, lineAt, type Edit, type LinedText } from './lined-text.ts';

/** One construct that a publishing tool adds to Markdown, and what becomes of it. */
interface Construct {
  name: string;
  /** What a text has that uses the construct, if the pattern alone does not tell. */
  applies?: RegExp;
  pattern: RegExp;
  /** The text in its place. Line breaks stay. */
  text: (match: RegExpExecArray) => string;
  /** What it became; `lost` says why something is left out. */
  becomes: string;
  lost?: string;
}

/** Words that tools write for the kinds of notes, where capitals alone are not what a reader sees. */
const noteLabels: Readonly<Record<string, string>> = {
  MORELIKETHIS: 'More like this',
  ADMINISTRATION: 'Administration',
};

function labelOf(kind: string): string {
  return noteLabels[kind] ?? kind.charAt(0) + kind.slice(1).toLowerCase();
}

/**
 * The constructs of Experience League, DITA-like exports and their kin. Code is never touched. They
 * are tried in this order, until nothing changes, since one can stand inside another.
 */
export const constructs: readonly Construct[] = [
  {
    name: '[!UICONTROL …], [!DNL …]',
    pattern: /\[!(?:UICONTROL|DNL)\s+([^[\]]*)\]/g,
    text: ([, text = '']) => text,
    becomes: 'the text in it',
  },
  {
    name: '[!BADGE …]{…}',
    pattern: /\[!BADGE\s+([^[\]]*)\](?:\{[^{}\n]*\})?/g,
    text: ([, text = '']) => text,
    becomes: 'the text in it',
  },
  {
    name: '>[!VIDEO](…)',
    pattern: /\[!VIDEO\]\(([^()\s]+)\)/g,
    text: ([, address = '']) => `[Video](${address})`,
    becomes: 'a link',
  },
  {
    name: '>[!NOTE], >[!WARNING], …',
    pattern: /^([ \t]*>[ \t>]*)\[!([A-Z]+)\](?!\()[ \t]*(.*)$/gm,
    text: ([, quote = '', kind = '', rest = '']) =>
      `${quote}**${labelOf(kind)}** ${rest}`.trimEnd(),
    becomes: 'a bold label in the quote',
  },
  {
    name: '{#id} behind a heading',
    pattern: /(?<=^[ \t]*#{1,6}[ \t].*?)[ \t]*\{#[\w:.-]+\}/gm,
    text: () => '',
    becomes: 'the anchor that its heading has; links follow',
  },
  {
    name: '{width=…} behind an image or a link',
    pattern:
      /(?<=\))\{(?:[\w-]+=(?:"[^"\n\ue000]*"|[^\s{}"\ue000]+)|[.#:][\w-]+)(?:\s+[^{}\n\ue000]*)?\}/g,
    text: () => '',
    becomes: 'nothing',
    lost: 'presentation of an image or link is left out',
  },
  {
    name: '+++ folded parts',
    applies: /^\+\+\+[ \t]*$/m,
    pattern: /^\+\+\+[ \t]*(.*)$/gm,
    text: ([, title = '']) => title.trim() && `**${title.trim().replace(/^\*\*(.*)\*\*$/, '$1')}**`,
    becomes: 'bold lines, unfolded',
  },
];

/** What is left over when all constructs were written as Markdown. */
const unknown: readonly { name: string; pattern: RegExp }[] = [
  { name: 'a construct that starts with [!', pattern: /\[![A-Z]{2,}[^\]\n]{0,40}\]?/g },
  { name: 'an include or a shortcode', pattern: /\{\{(?:[<%$]|include)[^{}\n]{1,60}\}\}/g },
  { name: 'a ::: block', pattern: /^[ \t]*:::.{0,40}/gm },
];

/** The body with vendor syntax written as Markdown, and the ids that headings were given. */
export function withoutVendorSyntax(
  body: LinedText,
  file: string,
  report: ImportReport,
): { body: LinedText; headingIds: Map<number, string> } {
  const headingIds = new Map<number, string>();
  const all = [...constructs, ...unknown].map(({ pattern }) => pattern);
  if (!all.some((pattern) => body.text.search(pattern) >= 0)) return { body, headingIds };
  const result = markdownTree(body.text);
  if ('tooDeepAtLine' in result) return { body, headingIds };
  const code = new CodeMask(body.text, result.tree);
  let current: LinedText = { text: code.masked, lines: body.lines };
  for (const { index, 1: id = '' } of current.text.matchAll(headingId)) {
    headingIds.set(lineAt(current, index), id);
  }
  for (const construct of constructs) current = rewritten(current, construct, file, report);
  if (!code.isWhole(current.text)) return { body, headingIds };
  for (const { name, pattern } of unknown) {
    for (const match of current.text.matchAll(pattern)) {
      const line = lineAt(current, match.index);
      report.lose(file, line, code.unmasked(match[0].trim()), `${name} is kept as text`);
    }
  }
  return { body: { text: code.unmasked(current.text), lines: current.lines }, headingIds };
}

const headingId = /(?<=^[ \t]*#{1,6}[ \t].*)\{#([\w:.-]+)\}/gm;

/** A line of front matter, such as a title, with the same constructs written as Markdown. */
export function plainOfVendor(text: string): string {
  return constructs
    .filter(({ name }) => name.startsWith('[!'))
    .reduce((line, { pattern, text: write }) => {
      return line.replaceAll(pattern, (...match) => write(match as unknown as RegExpExecArray));
    }, text);
}

function rewritten(
  body: LinedText,
  construct: Construct,
  file: string,
  report: ImportReport,
): LinedText {
  const { name, pattern, text, becomes, lost, applies } = construct;
  if (applies && !applies.test(body.text)) return body;
  let current = body;
  for (let round = 0; round < 5; round += 1) {
    const matches = [...current.text.matchAll(pattern)];
    if (matches.length === 0) break;
    if (!lost) report.carry(name, becomes, matches.length);
    const edits = matches.map((match): Edit => {
      const { index, 0: whole } = match;
      if (lost) report.lose(file, lineAt(current, index), whole.trim(), lost);
      return { from: index, to: index + whole.length, text: text(match) };
    });
    current = edited(current, edits);
  }
  return current;
}

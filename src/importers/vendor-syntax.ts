import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { markdownTree } from '#markdown/tree.ts';
import type { ImportReport } from './import-report.ts';
import { edited, lineAt, type LinedText } from './lined-text.ts';

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
    pattern: /(?<=\))\{(?:[\w-]+=(?:"[^"\n]*"|[^\s{}"]+)|[.#:][\w-]+)(?:\s+[^{}\n]*)?\}/g,
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
  for (const { index, 1: id } of body.text.matchAll(/(?<=^[ \t]*#{1,6}[ \t].*)\{#([\w:.-]+)\}/gm)) {
    headingIds.set(lineAt(body, index), id ?? '');
  }
  let current = body;
  for (const construct of constructs) current = rewritten(current, construct, file, report);
  for (const { name, pattern } of unknown) {
    for (const match of outsideCode(current.text, pattern)) {
      report.lose(file, lineAt(current, match.index), match[0].trim(), `${name} is kept as text`);
    }
  }
  return { body: current, headingIds };
}

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
  let current = body;
  if (construct.applies && !construct.applies.test(body.text)) return body;
  for (let round = 0; round < 5; round += 1) {
    const matches = outsideCode(current.text, construct.pattern);
    if (matches.length === 0) break;
    report.carry(construct.name, construct.becomes, matches.length);
    for (const match of matches) {
      if (!construct.lost) continue;
      report.lose(file, lineAt(current, match.index), match[0].trim(), construct.lost);
    }
    const edits = matches.map((match) => {
      const { index, 0: whole } = match;
      return { from: index, to: index + whole.length, text: construct.text(match) };
    });
    current = edited(current, edits);
  }
  return current;
}

function outsideCode(text: string, pattern: RegExp): RegExpExecArray[] {
  const matches = [...text.matchAll(pattern)];
  if (matches.length === 0) return [];
  const result = markdownTree(text);
  const code = 'tree' in result ? codeRanges(result.tree) : [];
  return matches.filter(({ index }) => !code.some(([from, to]) => index >= from && index < to));
}

function codeRanges(tree: Root): [number, number][] {
  const ranges: [number, number][] = [];
  visit(tree, (node) => {
    if (node.type !== 'code' && node.type !== 'inlineCode') return;
    ranges.push([node.position!.start.offset!, node.position!.end.offset!]);
  });
  return ranges;
}

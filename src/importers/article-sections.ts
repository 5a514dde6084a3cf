import type { Heading, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { canonicalHeadings, roleOf, type Role } from './article-roles.ts';
import type { ImportReport } from './import-report.ts';
import { edited, joined, sliced, type Edit, type LinedText } from './lined-text.ts';

/** A section of an article: its top heading, and all below it up to the next. */
export interface Section {
  heading: Heading;
  role: Role | undefined;
  /** What it holds, without its heading. */
  blocks: RootContent[];
  from: number;
  to: number;
}

/** The sections of a text; what stands before the first heading belongs to none. */
export function sectionsOf(text: string, { children }: Root): Section[] {
  const headings = children.filter((node) => node.type === 'heading');
  const top = Math.min(...headings.map(({ depth }) => depth));
  const starts = headings.filter(({ depth }) => depth === top);
  return starts.map((heading, index) => {
    const next = starts[index + 1];
    const first = children.indexOf(heading) + 1;
    return {
      heading,
      role: roleOf(toString(heading)),
      blocks: children.slice(first, next ? children.indexOf(next) : undefined),
      from: heading.position!.start.offset!, // the parser gives every node its position
      to: next?.position!.start.offset ?? text.length,
    };
  });
}

/** Gives headings whose role is clear the words that all articles here use. */
export function withOurHeadings(
  body: LinedText,
  sections: readonly Section[],
  report: ImportReport,
): LinedText {
  const edits = sections.flatMap(({ heading, role }): Edit[] => {
    const ours = role && isOnly(sections, role) ? canonicalHeadings[role] : undefined;
    if (!role || !ours) return [];
    report.carry(`sections on ${role}`, `"${ours}"`);
    const { start, end } = heading.position!;
    const text = `${'#'.repeat(heading.depth)} ${ours}`;
    return [{ from: start.offset!, to: end.offset!, text }];
  });
  return edited(body, edits);
}

/** The order in which readers need the sections. A section without a role stays behind its forerunner. */
const ranks: Readonly<Partial<Record<Role, number>>> = {
  symptoms: 1,
  steps: 2,
  workaround: 3,
  check: 4,
  otherwise: 5,
  cause: 6,
  related: 7,
};

/**
 * Puts sections into our order: what helps before why it happens. Only where that loses nothing: each
 * role stands once, and no text speaks of what is above or below it.
 */
export function inOurOrder(
  body: LinedText,
  sections: readonly Section[],
  report: ImportReport,
): LinedText {
  const groups = groupsOf(body, sections);
  const sorted = groups.toSorted((a, b) => a.rank - b.rank);
  const isOnce = sections.every(({ role }) => !role || isOnly(sections, role));
  const isSame = sorted.every((group, index) => group === groups[index]);
  if (isSame || !isOnce) return body;
  const moved = groups.filter((group, index) => sorted[index] !== group);
  if (moved.some(({ text }) => speaksOfOrder.test(text.text))) return body;
  report.carry('sections in another order', 'steps before causes');
  return joined(sorted.map(({ text }) => withBlankEnd(text)));
}

const speaksOfOrder = /\b(above|below|(previous|preceding|next|following) (section|steps?))\b/i;

interface Group {
  rank: number;
  text: LinedText;
}

function groupsOf(body: LinedText, sections: readonly Section[]): Group[] {
  const groups: { rank: number; from: number; to: number }[] = [
    { rank: 0, from: 0, to: sections[0]?.from ?? body.text.length },
  ];
  for (const { role, from, to } of sections) {
    const rank = role && ranks[role];
    if (rank === undefined) groups.at(-1)!.to = to;
    else groups.push({ rank, from, to });
  }
  return groups.map(({ rank, from, to }) => ({ rank, text: sliced(body, from, to) }));
}

function withBlankEnd(part: LinedText): LinedText {
  if (part.text === '' || part.text.endsWith('\n\n')) return part;
  const end = part.text.endsWith('\n') ? '\n' : '\n\n';
  const last = part.lines.at(-1) ?? 1;
  return {
    text: part.text + end,
    lines: [
      ...part.lines,
      ...end
        .split('\n')
        .slice(1)
        .map(() => last),
    ],
  };
}

function isOnly(sections: readonly Section[], role: Role): boolean {
  return sections.filter((section) => section.role === role).length === 1;
}

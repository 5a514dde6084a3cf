import type { Role } from './article-roles.ts';
import { isOnly, type Section } from './article-sections.ts';

/** A stretch of a text. */
export interface Stretch {
  from: number;
  to: number;
}

/** The order in which readers need the sections: what helps before why it happens. */
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
 * The stretches of a text in our order; a section without a role stays behind the one before it. They
 * are moved only where that loses nothing: each role stands once, and nothing that moves speaks of
 * what is above or below it. Otherwise the text is one stretch.
 */
export function inOurOrder(text: string, sections: readonly Section[]): Stretch[] {
  const asWritten = [{ from: 0, to: text.length }];
  if (sections.some(({ role }) => role && !isOnly(sections, role))) return asWritten;
  const groups = groupsOf(text, sections);
  const sorted = groups.toSorted((a, b) => a.rank - b.rank);
  const moved = groups.filter((group, index) => sorted[index] !== group);
  const isBound = moved.some(({ from, to }) => speaksOfOrder.test(text.slice(from, to)));
  return moved.length === 0 || isBound ? asWritten : sorted;
}

const speaksOfOrder =
  /\b(above|below|(previous|preceding|next|following) (section|steps?|paragraph))\b/i;

function groupsOf(text: string, sections: readonly Section[]): (Stretch & { rank: number })[] {
  const groups = [{ rank: 0, from: 0, to: sections[0]?.from ?? text.length }];
  for (const { role, from, to } of sections) {
    const rank = role && ranks[role];
    if (rank === undefined) groups.at(-1)!.to = to;
    else groups.push({ rank, from, to });
  }
  return groups;
}

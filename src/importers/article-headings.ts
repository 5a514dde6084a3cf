import GithubSlugger from 'github-slugger';
import type { Heading, Root } from 'mdast';
import { sluggedHeadings } from '#markdown/slugs.ts';
import type { Stretch } from './article-order.ts';
import { canonicalHeadings } from './article-roles.ts';
import { isOnly, type Section } from './article-sections.ts';
import type { ImportReport } from './import-report.ts';

/** The words that articles here use for the headings whose role is clear. */
export function newHeadings(
  sections: readonly Section[],
  report: ImportReport,
): Map<Heading, string> {
  const renamed = new Map<Heading, string>();
  for (const { heading, role } of sections) {
    const ours = role && isOnly(sections, role) ? canonicalHeadings[role] : undefined;
    if (!ours) continue;
    renamed.set(heading, ours);
    report.carry(`sections on ${role}`, `"${ours}"`);
  }
  return renamed;
}

/** What becomes of the headings of an article. */
export interface HeadingChanges {
  /** Headings that are left out, since the page shows what they say in another way. */
  gone: ReadonlySet<Heading | undefined>;
  renamed: ReadonlyMap<Heading, string>;
  order: readonly Stretch[];
  /** The id that the source gave a heading, if it did. */
  idOf: (heading: Heading) => string | undefined;
}

/** The anchors that links used, with those that the same headings have now; '' is the top. */
export function newAnchors(tree: Root, changes: HeadingChanges): Map<string, string> {
  const { gone, renamed, order, idOf } = changes;
  const before = sluggedHeadings(tree);
  const slugger = new GithubSlugger();
  const now = new Map<Heading, string>();
  for (const { from, to } of order) {
    for (const { node, text } of before) {
      const at = node.position!.start.offset!; // the parser gives every node its position
      if (gone.has(node) || at < from || at >= to) continue;
      now.set(node, slugger.slug(renamed.get(node) ?? text));
    }
  }
  const anchors = new Map<string, string>();
  for (const { node, slug } of before) {
    for (const anchor of [idOf(node), slug]) {
      if (anchor !== undefined && !anchors.has(anchor)) anchors.set(anchor, now.get(node) ?? '');
    }
  }
  return withLooseSpellings(anchors);
}

/** The anchor for one that was written more loosely: `#step9` for the heading "Step 9". */
export function anchorIn(
  anchors: ReadonlyMap<string, string>,
  written: string,
): string | undefined {
  return anchors.get(written) ?? anchors.get(squeezed(written));
}

function withLooseSpellings(anchors: Map<string, string>): Map<string, string> {
  for (const [anchor, slug] of [...anchors]) {
    const loose = squeezed(anchor);
    if (loose && !anchors.has(loose)) anchors.set(loose, slug);
  }
  return anchors;
}

function squeezed(anchor: string): string {
  return anchor.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

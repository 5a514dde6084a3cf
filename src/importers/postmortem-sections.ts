import type { Heading, List, ListItem, Paragraph, Root, RootContent } from 'mdast';
import { toString as plain } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { webAddress } from '#schema/scalars.ts';
import { plainDirections } from './field-text.ts';
import { firstSentence } from './first-sentence.ts';

/** What is still to be done, as a record writes it. */
export type ActionItem = { what: string; url?: string };

const headings = {
  impact: /^((user|customer) )?(impact|symptoms?)$/i,
  summary: /^((executive|issue|incident) )?(summary|overview)$|^what happened$/i,
  cause: /^(root )?causes?( analysis)?$/i,
  actions: /^(action items?|actions|follow[- ]?ups?( (items|actions))?|next steps|to-?dos?)$/i,
} satisfies Record<string, RegExp>;

/** What people saw: the bullets or the first sentence on the impact, else that of the summary. */
export function symptomsIn(tree: Root): string[] {
  for (const name of ['impact', 'summary'] as const) {
    const [first] = sectionOf(tree, headings[name])?.blocks ?? [];
    if (name === 'impact' && first?.type === 'list') {
      const items = first.children.map((item) => oneLine(plain(item)));
      if (items.every(isUsable)) return items;
    }
    const sentence = first?.type === 'paragraph' ? firstSentence(plainText(first)) : '';
    if (isUsable(sentence)) return [sentence];
  }
  return [];
}

/** The first paragraph of the section on the cause. */
export function causeIn(tree: Root): string | undefined {
  const [first] = sectionOf(tree, headings.cause)?.blocks ?? [];
  const text = first?.type === 'paragraph' ? plainText(first) : '';
  return text.length > 0 && text.length <= 1000 ? text : undefined;
}

/** The items of the lists below "Action items"; undefined without such a section. */
export function actionItemsIn(tree: Root): { heading: Heading; items: ActionItem[] } | undefined {
  const section = sectionOf(tree, headings.actions);
  if (!section) return undefined;
  const lists = section.blocks.filter((node) => node.type === 'list');
  return {
    heading: section.heading,
    items: lists.flatMap((list) => itemsOf(list, targetsIn(tree))),
  };
}

/** What is ticked off is done, but nobody wrote when: it stays in the text alone. */
function itemsOf({ children }: List, targets: Targets): ActionItem[] {
  return children.flatMap((item): ActionItem[] => {
    const [first, ...others] = item.children;
    if (first?.type !== 'paragraph' || item.checked === true) return [];
    const text = plainText(first);
    const lists = others.filter((node) => node.type === 'list');
    if (text.endsWith(':') && lists.length > 0) {
      return lists.flatMap((list) => itemsOf(list, targets));
    }
    return isStillToDo(text) ? [told(first, targets)] : [];
  });
}

function isStillToDo(text: string): boolean {
  const isPlaceholder = /\{\{|^(\.{3}|…|TODO|TBD|N\/A|none)?\.?$/i.test(text);
  return !isPlaceholder && !/\((done|fixed|completed)!?\)$/i.test(text);
}

/** With the address that it links, if it links one. A link at its end that says no more is no part of it. */
function told(paragraph: Paragraph, targets: Targets): ActionItem {
  const { children } = paragraph;
  const links = children.filter((node) => node.type === 'link' || node.type === 'linkReference');
  const [link, ...others] = links;
  if (!link || others.length > 0) return { what: plainText(paragraph) };
  const at = children.indexOf(link);
  const behind = oneLine(
    children
      .slice(at + 1)
      .map((node) => plain(node))
      .join(''),
  );
  const before = oneLine(
    children
      .slice(0, at)
      .map((node) => plain(node))
      .join(''),
  ).replace(/[\s:,([–-]+$/, '');
  const isLabel = label.test(plain(link)) && /^[)\].]*$/.test(behind) && before !== '';
  const what = isLabel ? before + (behind.endsWith('.') ? '.' : '') : plainText(paragraph);
  const address = link.type === 'link' ? link.url : targets.get(link.identifier);
  const url = webAddress.safeParse(address).data;
  return { what: plainDirections(what), ...(url && { url }) };
}

const label = /^(link|link to (github )?issue|(github |tracking )?issue|ticket|PR|pull request)$/i;

/** The addresses of links that are written elsewhere in the text, by their names. */
type Targets = ReadonlyMap<string, string>;

function targetsIn(tree: Root): Targets {
  const targets = new Map<string, string>();
  visit(tree, 'definition', ({ identifier, url }) => void targets.set(identifier, url));
  return targets;
}

interface Section {
  heading: Heading;
  blocks: RootContent[];
}

/** The first section with such a heading, at any depth, with all below it. */
function sectionOf({ children }: Root, wanted: RegExp): Section | undefined {
  const at = children.findIndex(
    (node) =>
      node.type === 'heading' &&
      wanted.test(
        plain(node)
          .replace(/[:\s]+$/, '')
          .trim(),
      ),
  );
  const heading = children[at];
  if (heading?.type !== 'heading') return undefined;
  const rest = children.slice(at + 1);
  const end = rest.findIndex((node) => node.type === 'heading' && node.depth <= heading.depth);
  return { heading, blocks: end === -1 ? rest : rest.slice(0, end) };
}

function isUsable(text: string): boolean {
  return text.length >= 12 && text.length <= 240 && text.includes(' ') && !text.includes('{{');
}

function plainText(node: Paragraph | ListItem): string {
  return plainDirections(oneLine(plain(node)));
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

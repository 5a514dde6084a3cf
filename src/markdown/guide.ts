import type { Heading, List, ListItem, Nodes, Paragraph, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Range } from '#diagnostics/diagnostic.ts';
import { eachNode } from './each-node.ts';
import { rangeOf } from './outline.ts';
import { abbreviations, blame, sentences } from './wording.ts';

/** What the rules for articles want to know of a body: how it guides, and in which words. */
export interface Guide {
  /** The texts of the headings that something stands below. */
  headings: string[];
  /** The numbered steps. */
  steps: { range: Range; hasResult: boolean }[];
  /** Whether there is a list of boxes to tick: a way to guide without results. */
  hasChecklist: boolean;
  /** Places that say TODO. */
  toFill: Range[];
  /** Words that blame somebody. */
  blame: Range[];
  /** Sentences of more than `longSentence` words. */
  longSentences: { range: Range; words: number }[];
  /** Abbreviations that nothing explains, each at its first place. */
  abbreviations: { range: Range; name: string }[];
  /** Whether there is any text at all. */
  hasText: boolean;
}

/** A body and the line of its file on which it starts. */
interface Source {
  body: string;
  bodyLine: number;
}

/** Longer sentences are hard to follow for many readers. */
export const longSentence = 30;

/** What a body, of which this is the tree, says as a guide. */
export function guideOf(tree: Root, source: Source): Guide {
  const { body, bodyLine } = source;
  const at = (node: Nodes) => rangeOf(node.position!, bodyLine);
  const texts = textsOf(tree).map((node) => ({ text: wordsOf(node), range: at(node) }));
  return {
    headings: filledHeadings(tree).map((node) => toString(node)),
    steps: stepsOf(tree).map((node) => ({
      range: firstLine(at(node)),
      hasResult: hasResult(node),
    })),
    hasChecklist: nodesOf<ListItem>(tree, 'listItem').some(
      ({ checked }) => typeof checked === 'boolean',
    ),
    toFill: placesOf(tree, /\bTODO:/g, source),
    blame: placesOf(tree, blame, source),
    longSentences: texts.flatMap(({ text, range }) =>
      sentences(text).flatMap((sentence) => {
        const words = sentence.split(/\s+/).length;
        return words > longSentence ? [{ range: firstLine(range), words }] : [];
      }),
    ),
    abbreviations: abbreviations(texts),
    hasText: body.trim() !== '',
  };
}

/** An empty section says nothing, whatever its heading promises. */
function filledHeadings(tree: Root): Heading[] {
  return nodesOf<Heading>(tree, 'heading').filter((node) => {
    const index = tree.children.indexOf(node);
    const next = tree.children[index + 1];
    if (index === -1) return true;
    return next !== undefined && !(next.type === 'heading' && next.depth <= node.depth);
  });
}

/**
 * The items of the numbered lists below a heading that speaks of steps; without such a heading, of all
 * numbered lists. Lists within lists are details of a step.
 */
function stepsOf(tree: Root): ListItem[] {
  const lists = { all: [] as List[], inSteps: [] as List[] };
  let isInSteps = false;
  for (const node of tree.children) {
    if (node.type === 'heading') isInSteps = /\bsteps?\b/i.test(toString(node));
    if (node.type !== 'list' || !node.ordered) continue;
    lists.all.push(node);
    if (isInSteps) lists.inSteps.push(node);
  }
  const steps = lists.inSteps.length > 0 ? lists.inSteps : lists.all;
  return steps.flatMap(({ children }) => children);
}

function hasResult(step: ListItem): boolean {
  return nodesOf<Paragraph>(step, 'paragraph').some((node) =>
    /(?:^|\n)\s*You should see:\s*\S/.test(toString(node)),
  );
}

/** Paragraphs, wherever they stand; what is quoted is somebody else's wording. */
function textsOf(tree: Root): Paragraph[] {
  return tree.children.flatMap((node) =>
    node.type === 'blockquote' ? [] : nodesOf<Paragraph>(node, 'paragraph'),
  );
}

/** The text of a paragraph, in which code counts as one word. */
function wordsOf(node: Nodes): string {
  if (node.type === 'inlineCode') return 'code';
  if ('children' in node) return node.children.map(wordsOf).join('');
  return node.type === 'text' ? node.value : ' ';
}

/** Where a pattern stands in the text, which neither code nor a quotation is. */
function placesOf(tree: Root, pattern: RegExp, { body, bodyLine }: Source): Range[] {
  const lines = body.split('\n');
  const own = tree.children.filter(({ type }) => type !== 'blockquote');
  const texts = own.flatMap((node) => nodesOf<Nodes & { type: 'text' }>(node, 'text'));
  return texts.flatMap(({ value, position }) => {
    const start = position?.start ?? { line: 1, column: 1 };
    let last = { line: start.line, end: start.column - 1 };
    return Array.from(value.matchAll(pattern), (match): Range => {
      const line = start.line + value.slice(0, match.index).split('\n').length - 1;
      const from = line === last.line ? last.end : 0;
      // An entity or a line end within the match is written in other characters.
      const found = lines[line - 1]?.indexOf(match[0], from) ?? -1;
      const column = found === -1 ? from + 1 : found + 1;
      const end_column = column + (found === -1 ? 0 : match[0].length);
      last = { line, end: end_column - 1 };
      return { line: line + bodyLine - 1, column, end_line: line + bodyLine - 1, end_column };
    });
  });
}

function nodesOf<Node extends Nodes>(tree: Nodes, type: Node['type']): Node[] {
  const found: Node[] = [];
  eachNode<Nodes>(tree, (node) => {
    if (node.type === type) found.push(node as Node);
  });
  return found;
}

function firstLine(range: Range): Range {
  if (range.end_line === range.line) return range;
  return { ...range, end_line: range.line, end_column: range.column };
}

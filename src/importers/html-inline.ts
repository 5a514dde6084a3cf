import type { Html, Nodes, Parents, Root } from 'mdast';
import { flowParents, type HtmlResult } from './html-blocks.ts';
import { inlineForms, tagsOf, untranslatable, type Tag } from './html-elements.ts';
import { attributesOf } from './html-fragment.ts';

/** HTML inside lines of text as Markdown. What stands between two tags stays as it is. */
export function inlineResults(text: string, tree: Root): HtmlResult[] {
  const walk = (node: Nodes, around: string[]): HtmlResult[] => {
    if (!('children' in node)) return [];
    const own = flowParents.has(node.type) ? [] : resultsIn(text, node, [...around, node.type]);
    return [...own, ...node.children.flatMap((child) => walk(child, [...around, node.type]))];
  };
  return walk(tree, []);
}

function resultsIn(text: string, parent: Parents, around: string[]): HtmlResult[] {
  const results: HtmlResult[] = [];
  const open: OpenTag[] = [];
  for (const [index, node] of parent.children.entries()) {
    const tag = node.type === 'html' ? tagsOf(node.value)[0] : undefined;
    if (node.type !== 'html' || !tag) continue;
    if (tag.isEmpty) results.push(emptyResult(text, node, tag, around));
    else if (!tag.isClosing) open.push({ tag, node, index });
    else {
      const at = open.findLastIndex((one) => one.tag.name === tag.name);
      if (at === -1) {
        results.push({ at: from(node), kept: tag.text });
        continue;
      }
      const [start, ...unclosed] = open.splice(at);
      results.push(
        ...unclosed.map(({ node: one, tag: { text: kept } }) => ({ at: from(one), kept })),
      );
      const between = parent.children.slice(start!.index + 1, index);
      results.push(...pairResults(text, { start: start!, end: node, between, around }));
    }
  }
  return [...results, ...open.map(({ node, tag }) => ({ at: from(node), kept: tag.text }))];
}

interface OpenTag {
  tag: Tag;
  node: Html;
  index: number;
}

interface Pair {
  start: OpenTag;
  end: Html;
  between: Nodes[];
  around: string[];
}

function pairResults(text: string, pair: Pair): HtmlResult[] {
  const { start, end, between, around } = pair;
  const { name } = start.tag;
  const form = inlineForms[name] ?? (untranslatable.has(name) ? undefined : 'plain');
  if (form === undefined) return [{ at: from(start.node), kept: start.tag.text }];
  if (form === 'code' && between.every(({ type }) => type === 'text')) {
    const code = between.map((node) => (node.type === 'text' ? node.value : '')).join('');
    return [{ from: from(start.node), to: to(end), text: asCode(code) }];
  }
  if (form === 'link') return linkResults(pair);
  const mark = { strong: '**', emphasis: '*', delete: '~~', code: '', plain: '', break: '' }[form];
  const inner = text.slice(to(start.node), from(end));
  const isMarkable = mark && canMark({ text, inner, pair, form }) && !around.includes(form);
  return marked(pair, inner, isMarkable ? mark : '');
}

/** Marks work only next to words, and not around marks of the same kind. */
function canMark(one: { text: string; inner: string; pair: Pair; form: string }): boolean {
  const { text, inner, pair, form } = one;
  const core = inner.trim();
  if (core === '' || pair.between.some(({ type }) => type === form)) return false;
  if (form !== 'delete' && /[*]/.test(inner)) return false;
  const before = /\s$/.test(inner.slice(0, 1))
    ? ' '
    : text.slice(from(pair.start.node) - 1, from(pair.start.node));
  const after = /\s$/.test(inner) ? ' ' : text.slice(to(pair.end), to(pair.end) + 1);
  const isWord = /[\p{L}\p{N}]/u;
  const opens = isWord.test(core[0]!) || !isWord.test(before);
  const closes = isWord.test(core.at(-1)!) || !isWord.test(after);
  return opens && closes && !/^\s*\n\s*\n/.test(inner);
}

/** White space next to the tags goes outside of the marks. */
function marked({ start, end }: Pair, inner: string, mark: string): HtmlResult[] {
  const lead = mark ? (/^\s*/.exec(inner)?.[0] ?? '') : '';
  const trail = mark ? (/\s*$/.exec(inner)?.[0] ?? '') : '';
  return [
    { from: from(start.node), to: to(start.node) + lead.length, text: `${lead}${mark}` },
    { from: from(end) - trail.length, to: to(end), text: `${mark}${trail}` },
  ];
}

function linkResults({ start, end, around }: Pair): HtmlResult[] {
  const { href } = attributesOf(start.tag.text);
  const isLink = href !== undefined && href !== '' && !around.includes('link');
  const address =
    href && /[\s()<>]/.test(href) ? `<${href.replaceAll(/[<>]/g, encodeURIComponent)}>` : href;
  return [
    { from: from(start.node), to: to(start.node), text: isLink ? '[' : '' },
    { from: from(end), to: to(end), text: isLink ? `](${address})` : '' },
  ];
}

function emptyResult(text: string, node: Html, tag: Tag, around: string[]): HtmlResult {
  const place = { from: from(node), to: to(node) };
  if (tag.name === 'img') {
    const { src, alt = '' } = attributesOf(tag.text);
    if (src) return { ...place, text: `![${alt.replaceAll(/[[\]\n]/g, ' ')}](<${src}>)` };
  }
  if (tag.name !== 'br') return { at: place.from, kept: tag.text };
  const isLineEnd = /^[ \t]*(\n|$)/.test(text.slice(place.to));
  const isOneLine = around.includes('tableCell') || around.includes('heading');
  const isLast = /^[ \t]*(\n[\s>]*(\n|$)|$)/.test(text.slice(place.to));
  if (isLast || isOneLine) return { ...place, text: isLast ? '' : ' ' };
  if (isLineEnd) return { ...place, text: '\\' };
  const lineStart = text.lastIndexOf('\n', place.from - 1) + 1;
  const prefix = /^[\s>]*/.exec(text.slice(lineStart, place.from))?.[0] ?? '';
  return { ...place, text: `\\\n${prefix}` };
}

/** Code with a fence longer than any run of backquotes in it. */
function asCode(code: string): string {
  const runs = [...code.matchAll(/`+/g)].map(([run]) => run.length);
  const fence = '`'.repeat(runs.length === 0 ? 1 : Math.max(...runs) + 1);
  const pad = code.startsWith('`') || code.endsWith('`') ? ' ' : '';
  return code.trim() === '' ? code : `${fence}${pad}${code}${pad}${fence}`;
}

function from({ position }: Nodes): number {
  return position!.start.offset!; // the parser gives every node its position
}

function to({ position }: Nodes): number {
  return position!.end.offset!;
}

import type { Definition, Image, Link, Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { markdownTree } from '#markdown/tree.ts';
import { edited, lineAt, type Edit, type LinedText } from './lined-text.ts';
import type { ImportReport } from './import-report.ts';

/** Where an address of the source leads now. */
export type NewAddress =
  | { kind: 'same' }
  | { kind: 'new'; href: string; was: string; became: string }
  /** It leads to nothing that is here: the link becomes text, or stays as it is. */
  | { kind: 'gone'; why: string; isText: boolean };

type Addressed = Link | Image | Definition;

/** The body with its addresses changed as `lookUp` says. */
export function withNewAddresses(
  body: LinedText,
  lookUp: (href: string, isImage: boolean) => NewAddress,
  tell: { file: string; report: ImportReport },
): LinedText {
  const result = /\]\(|\]:/.test(body.text) ? markdownTree(body.text) : undefined;
  if (!result || 'tooDeepAtLine' in result) return body;
  const edits: Edit[] = [];
  visit(result.tree, (node) => {
    if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') return;
    const found = lookUp(node.url, node.type === 'image');
    if (found.kind === 'new') {
      tell.report.carry(found.was, found.became);
      edits.push(...readdressed(body.text, node, found.href));
    } else if (found.kind === 'gone') {
      tell.report.lose(tell.file, lineAt(body, start(node)), node.url, found.why);
      if (found.isText && node.type === 'link') edits.push(...asText(body.text, node));
    }
  });
  return edited(body, edits);
}

function readdressed(text: string, node: Addressed, href: string): Edit[] {
  const title = node.title ? ` "${node.title.replaceAll('"', '\\"')}"` : '';
  const address = `${/[()\s]/.test(href) ? `<${href}>` : href}${title}`;
  const to = node.position!.end.offset!;
  if (node.type === 'definition') {
    const label = /^\[(?:[^\]\\]|\\.)*\]:/.exec(text.slice(start(node), to))?.[0];
    return label ? [{ from: start(node), to, text: `${label} ${address}` }] : [];
  }
  const from = tailOf(text, node);
  return from === undefined ? [] : [{ from, to, text: `](${address})` }];
}

/** The words of a link with its address behind them, as nothing that could be clicked. */
function asText(text: string, node: Link): Edit[] {
  const from = tailOf(text, node);
  if (from === undefined) return [];
  const code = node.url.includes('`') ? node.url : `\`${node.url}\``;
  return [
    { from: start(node), to: start(node) + 1, text: '' },
    { from, to: node.position!.end.offset!, text: ` (${code})` },
  ];
}

/** Where the `](` of an inline link or image stands; undefined for other spellings. */
function tailOf(text: string, node: Link | Image): number | undefined {
  const to = node.position!.end.offset!;
  const last = node.type === 'link' ? node.children.at(-1)?.position!.end.offset : undefined;
  const from = last ?? labelEnd(text, start(node));
  return text.startsWith('](', from) && text[to - 1] === ')' ? from : undefined;
}

/** The offset of the bracket that closes the first one from here on. */
function labelEnd(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '[') depth += 1;
    else if (text[at] === ']') depth -= 1;
    if (text[at] === ']' && depth === 0) return at;
  }
  return text.length;
}

function start({ position }: Nodes): number {
  return position!.start.offset!; // the parser gives every node its position
}

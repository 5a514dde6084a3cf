import type { Definition, Image, Link, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { lineAt, type Edit, type LinedText } from './lined-text.ts';

/** An address of a link, an image or a definition as the source has it. */
export interface WrittenAddress {
  kind: 'link' | 'image' | 'definition';
  href: string;
  title: string | undefined;
  /** In the source. */
  line: number;
  /** Where all of it stands in the text. */
  from: number;
  to: number;
  /** Where the address with its brackets starts; undefined for spellings that have none. */
  tail: number | undefined;
}

/** Every address that a text writes out. */
export function addressesIn(body: LinedText, tree: Root): WrittenAddress[] {
  const found: WrittenAddress[] = [];
  visit(tree, (node) => {
    if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') return;
    // Bare addresses that become links have no position; they are whole ones and stay.
    const from = node.position?.start.offset;
    const to = node.position?.end.offset;
    if (from === undefined || to === undefined) return;
    const title = node.title ?? undefined;
    const tail = tailOf(body.text, node, from, to);
    found.push({
      ...{ kind: node.type, href: node.url, title, line: lineAt(body, from) },
      ...{ from, to, tail },
    });
  });
  return found;
}

/** The changes that give an address another target. */
export function readdressed({ kind, title, to, tail }: WrittenAddress, href: string): Edit[] {
  if (tail === undefined) return [];
  const words = title === undefined ? '' : ` "${title.replaceAll('"', '\\"')}"`;
  const address = `${/[()\s]/.test(href) ? `<${href}>` : href}${words}`;
  return [{ from: tail, to, text: kind === 'definition' ? `]: ${address}` : `](${address})` }];
}

/** The changes that leave the words of a link, with its address behind them, and nothing to click. */
export function asText({ kind, href, from, to, tail }: WrittenAddress): Edit[] {
  if (kind !== 'link' || tail === undefined) return [];
  const shown = href.includes('`') ? href : `\`${href}\``;
  return [
    { from, to: from + 1, text: '' },
    { from: tail, to, text: ` (${shown})` },
  ];
}

function tailOf(
  text: string,
  node: Link | Image | Definition,
  from: number,
  to: number,
): number | undefined {
  const inner = node.type === 'link' ? node.children.at(-1)?.position?.end.offset : undefined;
  const at = inner ?? labelEnd(text, from, to);
  const isWritten = text.startsWith(node.type === 'definition' ? ']:' : '](', at);
  return isWritten ? at : undefined;
}

/** The offset of the bracket that closes the first one from here on. */
function labelEnd(text: string, from: number, to: number): number {
  let depth = 0;
  for (let at = from; at < to; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '[') depth += 1;
    else if (text[at] === ']') depth -= 1;
    if (text[at] === ']' && depth === 0) return at;
  }
  return to;
}

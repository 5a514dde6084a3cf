import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import type { Nodes } from 'hast';
import { cborTexts } from './cbor-texts.ts';

/** A text of a published file, and where it stands in it. */
export interface TextUnit {
  where: string;
  text: string;
}

/** Every text of a file, already unpacked; undefined if its kind holds none that can be read. */
export function textUnits(path: string, bytes: Uint8Array): TextUnit[] | undefined {
  if (/\.pf_(?:index|meta|filter|sort)$/.test(path)) return located('packed', cborTexts(bytes));
  const text = decoded(bytes);
  if (text === undefined) return undefined;
  if (path.endsWith('.html')) return htmlUnits(text);
  if (path.endsWith('.pf_fragment')) return jsonUnits(text.replace(/^pagefind_dcd/, ''));
  if (path.endsWith('.json')) return jsonUnits(text);
  return [{ where: 'text', text: withoutEntities(text) }];
}

/** The texts, the attributes and the comments of HTML. */
export function htmlUnits(html: string): TextUnit[] {
  const units: TextUnit[] = [];
  const visit = (node: Nodes) => {
    if (node.type === 'text') units.push({ where: 'text', text: node.value });
    if (node.type === 'comment') units.push({ where: 'comment', text: node.value });
    if (node.type === 'element') {
      units.push({ where: 'element', text: node.tagName });
      for (const [name, value] of Object.entries(node.properties)) {
        const text = Array.isArray(value) ? value.join(' ') : String(value ?? '');
        units.push({ where: `attribute ${name} of ${node.tagName}`, text: unescaped(text) });
      }
      const [data] = node.children;
      if (node.properties['type'] === 'application/ld+json' && data?.type === 'text') {
        units.push(...jsonUnits(data.value)); // where markup is escaped otherwise
        return;
      }
      if (node.tagName === 'template' && node.content) visit(node.content);
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(unified().use(rehypeParse, { fragment: false }).parse(html));
  return units;
}

/** Names, texts and numbers of JSON. */
export function jsonUnits(json: string): TextUnit[] {
  const visit = (value: unknown, where: string): TextUnit[] => {
    if (typeof value === 'string' || typeof value === 'number') {
      return [{ where, text: unescaped(String(value)) }];
    }
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([name, inner]) => [
      ...(Array.isArray(value) ? [] : [{ where: `name in ${where}`, text: name }]),
      ...visit(inner, Array.isArray(value) ? where : name),
    ]);
  };
  return visit(JSON.parse(json), 'JSON');
}

/** Addresses hold texts in percent encoding. */
export function unescaped(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function withoutEntities(text: string): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  const plain = text
    .replaceAll(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (_, hex?: string, decimal?: string) =>
      String.fromCodePoint(Math.min(0x10ffff, hex ? Number.parseInt(hex, 16) : Number(decimal))),
    )
    .replaceAll(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? '');
  return unescaped(plain);
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

function located(where: string, texts: readonly string[]): TextUnit[] {
  return texts.map((text) => ({ where, text }));
}

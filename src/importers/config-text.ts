import { isMap, isSeq, parseDocument, type Document, type YAMLSeq } from 'yaml';
import { yamlText } from '#export/record-text.ts';
import type { ProductName } from './products.ts';

/** Every scalar stays the characters that stand there: 1.10 does not become 1.1. */
const asWritten = { schema: 'failsafe' } as const;

/**
 * The configuration with products added at the end of its list; everything that is there stays as it
 * stands. Without a configuration, a new one. The text given must be one that `readConfig` takes.
 */
export function configWithProducts(
  text: string | undefined,
  products: readonly ProductName[],
): string {
  const plain = products.map(({ id, name }) => ({ id, name }));
  if (text === undefined) return yamlText({ products: plain });
  if (plain.length === 0) return text;
  const added = yamlText({ products: plain });
  const document = parseDocument(text, asWritten);
  const list = document.get('products', true);
  const addedList = parseDocument(added, asWritten).get('products', true);
  if (!isSeq(list) || !isSeq(addedList)) return withLineEnds(text, `${text.trimEnd()}\n\n${added}`);
  list.items.push(...addedList.items);
  const inserted = withLinesInserted(text, added, list, addedList.items.length);
  const isRight = inserted !== undefined && isSame(parseDocument(inserted, asWritten), document);
  return withLineEnds(text, isRight ? inserted : rewritten(document, list));
}

/** The lines of the new products below those of the last one; undefined for a list in brackets. */
function withLinesInserted(
  text: string,
  added: string,
  list: YAMLSeq,
  count: number,
): string | undefined {
  const last = list.items.at(-count - 1);
  if (list.flow || !isMap(last) || !last.range) return undefined;
  const [start, end] = last.range;
  const indent = /(?:^|\n)([ \t]*)-[ \t]+$/.exec(text.slice(0, start))?.[1];
  if (indent === undefined) return undefined;
  const lineEnd = text[end - 1] === '\n' ? end - 1 : text.indexOf('\n', end);
  const at = lineEnd === -1 ? text.length : lineEnd + 1;
  const lines = added
    .split('\n')
    .slice(1, -1)
    .map((line) => `${indent}${line.replace(/^ {2}/, '')}\n`);
  return `${text.slice(0, at)}${lineEnd === -1 ? '\n' : ''}${lines.join('')}${text.slice(at)}`;
}

function isSame(one: Document, other: Document): boolean {
  return one.errors.length === 0 && JSON.stringify(one.toJS()) === JSON.stringify(other.toJS());
}

function rewritten(document: Document, list: YAMLSeq): string {
  list.flow = false;
  return document.toString({ lineWidth: 0 });
}

function withLineEnds(model: string, text: string): string {
  return model.includes('\r\n') ? text.replaceAll(/\r?\n/g, '\r\n') : text;
}

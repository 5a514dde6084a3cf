import { isMap, isSeq, parseDocument } from 'yaml';
import { yamlText } from '#export/record-text.ts';
import type { ProductName } from './products.ts';

/** Every scalar stays the characters that stand there: 1.10 does not become 1.1. */
const asWritten = { schema: 'failsafe' } as const;

/**
 * The configuration with products added at the end of its list; comments, order and quotes of what is
 * there stay. Without a configuration, a new one. The text given must be one that `readConfig` takes.
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
  if (!isMap(document.contents) || !isSeq(list)) return `${text.trimEnd()}\n\n${added}`;
  const addedList = parseDocument(added, asWritten).get('products', true);
  if (isSeq(addedList)) list.items.push(...addedList.items);
  list.flow = false;
  const written = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  return text.includes('\r\n') ? written.replaceAll('\n', '\r\n') : written;
}

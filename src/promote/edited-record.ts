import { isMap, isScalar, parseDocument, type Node } from 'yaml';
import { yamlText, type Writable } from '#export/record-text.ts';

/**
 * The text of a record with some fields set; every other character stays as the author wrote it. A field
 * that is not there yet comes behind `after`, or at the end. The text must be one that reads as a record.
 */
export function withFields(
  text: string,
  fields: Readonly<Record<string, Writable>>,
  after: string,
): string {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const plain = text.replaceAll('\r\n', '\n');
  const start = plain.indexOf('---\n') + 4;
  const end = plain.indexOf('\n---', start) + 1;
  let header = plain.slice(start, end);
  let previous = after;
  for (const [name, value] of Object.entries(fields)) {
    header = withField(header, { name, value, after: previous });
    previous = name;
  }
  return `${plain.slice(0, start)}${header}${plain.slice(end)}`.replaceAll('\n', lineEnd);
}

function withField(
  header: string,
  field: { name: string; value: Writable; after: string },
): string {
  const lines = yamlText({ [field.name]: field.value });
  const place = linesOf(header, field.name);
  if (place) return header.slice(0, place.from) + lines + header.slice(place.to);
  const at = linesOf(header, field.after)?.to ?? header.length;
  return header.slice(0, at) + lines + header.slice(at);
}

/** From the first character of a field to behind the line end of its value. */
function linesOf(header: string, name: string): { from: number; to: number } | undefined {
  const { contents } = parseDocument(header, { schema: 'failsafe' });
  const pair = isMap(contents)
    ? contents.items.find(({ key }) => isScalar(key) && key.value === name)
    : undefined;
  const from = (pair?.key as Node | undefined)?.range?.[0];
  const valueEnd = (pair?.value as Node | null | undefined)?.range?.[1];
  if (from === undefined || valueEnd === undefined) return undefined;
  if (header[valueEnd - 1] === '\n') return { from, to: valueEnd };
  const lineEnd = header.indexOf('\n', valueEnd);
  return { from, to: lineEnd === -1 ? header.length : lineEnd + 1 };
}

import { plainLines, type Line } from './plain-yaml.ts';
import type { FieldPath } from './yaml-locate.ts';

/** From a column of a line to a column of the same or of a later one, all from 0. */
export interface PlainPlace {
  row: number;
  from: number;
  endRow: number;
  to: number;
}

/** The lines of a group or a list. */
interface Block {
  from: number;
  to: number;
  /** The column in which its fields or dashes stand. */
  indent: number;
  isList: boolean;
}

/** What a step of a path leads to. */
interface Found {
  /** Undefined for a list that ends with an empty field: only the YAML parser knows where that is. */
  place: PlainPlace | undefined;
  block?: Block;
}

/**
 * Where the value or the key at a path stands in a text that `plainYaml` could read; where there is none,
 * its nearest ancestor. Undefined where the YAML parser has to be asked.
 */
export function plainPlace(
  text: string,
  path: FieldPath,
  part: 'key' | 'value',
): PlainPlace | undefined {
  const lines = plainLines(text);
  if (!lines?.[0]) return undefined;
  const lastRow = text.split('\n').length - 1;
  const { indent, isItem } = lines[0];
  let block: Block | undefined = { from: 0, to: lines.length, indent, isList: isItem };
  let place: PlainPlace | undefined = { row: 0, from: 0, endRow: 0, to: 0 };
  for (const [depth, step] of path.entries()) {
    if (!block) return undefined; // below a text, or in a list in brackets
    const isKey = part === 'key' && depth === path.length - 1;
    const found: Found | undefined = block.isList
      ? itemOf(lines, block, Number(step))
      : fieldOf(lines, block, { key: String(step), isKey, lastRow });
    if (!found) return place;
    place = found.place;
    block = found.block;
  }
  return place;
}

function fieldOf(
  lines: readonly Line[],
  { from, to, indent }: Block,
  { key, isKey, lastRow }: { key: string; isKey: boolean; lastRow: number },
): Found | undefined {
  const isOwn = (at: number) =>
    columnOf(lines[at]!) === indent && (at === from || !lines[at]!.isItem);
  for (let at = from; at < to; at += 1) {
    const line = lines[at]!;
    if (line.key !== key || !isOwn(at)) continue;
    const named = keyPlace(line);
    if (line.value !== undefined) {
      return { place: isKey || line.value === '' ? named : valuePlace(line) };
    }
    let end = at + 1;
    while (end < to && !(lines[end]!.indent <= indent && !lines[end]!.isItem)) end += 1;
    const first = lines[at + 1];
    if (!first || end === at + 1) return { place: named };
    const block = { from: at + 1, to: end, indent: first.indent, isList: first.isItem };
    const value = first.isItem ? listPlace(first, lines[end - 1]!, lastRow) : keyPlace(first);
    return { place: isKey ? named : value, block };
  }
  return undefined;
}

function itemOf(
  lines: readonly Line[],
  { from, to, indent }: Block,
  position: number,
): Found | undefined {
  const starts: number[] = [];
  for (let at = from; at < to; at += 1) {
    if (lines[at]!.isItem && lines[at]!.indent === indent) starts.push(at);
  }
  const start = starts[position];
  if (start === undefined) return undefined;
  const line = lines[start]!;
  if (line.key === undefined) return { place: valuePlace(line) };
  const end = starts[position + 1] ?? to;
  return {
    place: keyPlace(line),
    block: { from: start, to: end, indent: indent + 2, isList: false },
  };
}

/** The column of what stands behind a dash, if there is one. */
function columnOf({ indent, isItem }: Line): number {
  return isItem ? indent + 2 : indent;
}

function keyPlace(line: Line): PlainPlace {
  const from = columnOf(line);
  return { row: line.row, from, endRow: line.row, to: from + (line.key?.length ?? 0) };
}

/** From the first dash to where the line behind the last value starts, if there is one. */
function listPlace(first: Line, last: Line, lastRow: number): PlainPlace | undefined {
  if (last.value === undefined) return undefined;
  const end = last.row < lastRow ? { endRow: last.row + 1, to: 0 } : valuePlace(last);
  return { row: first.row, from: first.indent, endRow: end.endRow, to: end.to };
}

function valuePlace(line: Line): PlainPlace {
  const from = columnOf(line) + (line.key === undefined ? 0 : line.key.length + 2);
  return { row: line.row, from, endRow: line.row, to: from + line.size };
}

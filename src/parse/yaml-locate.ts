import { isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';

/** A path into the front matter: `['attempts', 1, 'outcome']`. */
export type FieldPath = readonly (string | number)[];

export type Span = readonly [from: number, to: number];

/** The offsets of the value or the key at a path; where there is none, those of its ancestor. */
export function locateIn(contents: unknown, path: FieldPath, part: 'key' | 'value'): Span {
  let node = contents;
  let found: Span = [0, 0];
  for (const [depth, step] of path.entries()) {
    const child = childOf(node, step);
    if (!child) return found;
    const isLast = depth === path.length - 1;
    const isKey = isLast && part === 'key';
    found = (isKey ? child.key : undefined) ?? child.value ?? child.key ?? found;
    node = child.node;
  }
  return found;
}

export function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value ?? '') : String(pair.key);
}

/** From the first character to behind the last; a group of fields is shown by its first key. */
export function spanOf(node: Node): Span {
  if (isMap(node) && node.items[0]) return spanOf(node.items[0].key as Node);
  const [from = 0, to = 0] = node.range ?? [];
  return [from, to];
}

interface Child {
  node: unknown;
  key?: Span;
  value?: Span;
}

function childOf(node: unknown, step: string | number): Child | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(step)] as Node | undefined;
    return item && { node: item, value: spanOf(item) };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find((item) => keyOf(item) === String(step));
  if (!pair) return undefined;
  const value = pair.value as Node | null;
  const isEmpty = !value || (isScalar(value) && value.value === '');
  const key = spanOf(pair.key as Node);
  return isEmpty ? { node: value, key } : { node: value, key, value: spanOf(value) };
}

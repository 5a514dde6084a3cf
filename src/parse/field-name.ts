import type { FieldPath } from './yaml-locate.ts';

/** A field in words: "`opened`", "`fix.verified`", "`at` of item 2 of `attempts`", "item 1 of `tags`". */
export function fieldName(path: FieldPath): string {
  const index = path.findLastIndex((step) => typeof step === 'number');
  if (index === -1) return `\`${path.join('.')}\``;
  const item = `item ${Number(path[index]) + 1} of ${fieldName(path.slice(0, index))}`;
  return index === path.length - 1 ? item : `${fieldName(path.slice(index + 1))} of ${item}`;
}

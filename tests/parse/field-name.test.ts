import { expect, it } from 'vitest';
import { fieldName } from '#parse/field-name.ts';

it.each([
  [['opened'], '`opened`'],
  [['fix', 'verified'], '`fix.verified`'],
  [['tags', 0], 'item 1 of `tags`'],
  [['attempts', 1, 'at'], '`at` of item 2 of `attempts`'],
  [
    ['products', 0, 'components', 2, 'id'],
    '`id` of item 3 of `components` of item 1 of `products`',
  ],
])('%j is %s', (path, name) => {
  expect(fieldName(path)).toBe(name);
});

import { expect, it } from 'vitest';
import { movedTo } from '#site/client/instant-search.ts';

it.each([
  ['ArrowDown', -1, 3, 0],
  ['ArrowDown', 1, 3, 2],
  ['ArrowDown', 2, 3, -1],
  ['ArrowUp', -1, 3, 2],
  ['ArrowUp', 0, 3, -1],
  ['ArrowDown', -1, 0, undefined],
  ['Home', 1, 3, undefined],
])('%s at %i of %i leads to %s', (key, position, count, expected) => {
  expect(movedTo(key, position, count)).toBe(expected);
});

import { expect, it } from 'vitest';
import { pageAddress, pageLinks } from '#views/page.ts';

const at = pageAddress('/list/');
const near = (index: number, count: number) =>
  pageLinks(at, index, count)
    .near.map(({ number, isAfterGap }) => `${isAfterGap ? '… ' : ''}${number}`)
    .join(' ');

it.each([
  [0, 1, '1'],
  [0, 2, '1 2'],
  [0, 9, '1 2 … 9'],
  [2, 9, '1 2 3 4 … 9'],
  [4, 9, '1 … 4 5 6 … 9'],
  [8, 9, '1 … 8 9'],
])('page with index %i of %i leads to %s', (index, count, expected) => {
  expect(near(index, count)).toBe(expected);
});

it('has the first page at the address of the list itself', () => {
  expect(pageLinks(at, 1, 3)).toMatchObject({ previousHref: '/list/', nextHref: '/list/page/3/' });
});

import { describe, expect, it } from 'vitest';
import { Chance } from '#model/chance.ts';
import {
  isLeft,
  lengthOf,
  spun,
  type ListedDrill,
  type Narrowing,
} from '#site/client/training/narrowing.ts';

const drill: ListedDrill = {
  incident: 'one',
  product: 'portal',
  level: 'easy',
  questions: 4,
  isDone: true,
};
const any: Narrowing = { product: '', level: '', length: '', isNotDone: false };

describe('narrowing', () => {
  it.each<[Partial<Narrowing>, boolean]>([
    [{}, true],
    [{ product: 'portal', level: 'easy', length: 'short' }, true],
    [{ product: 'transfer' }, false],
    [{ level: 'hard' }, false],
    [{ length: 'long' }, false],
    [{ isNotDone: true }, false],
  ])('by %j leaves it: %s', (by, is) => {
    expect(isLeft(drill, { ...any, ...by })).toBe(is);
  });

  it('leaves what is not done yet', () => {
    expect(isLeft({ ...drill, isDone: false }, { ...any, isNotDone: true })).toBe(true);
  });

  it('knows short, medium and long', () => {
    expect([1, 4, 5, 6, 7, 40].map((questions) => lengthOf({ questions }))).toEqual([
      'short',
      'short',
      'medium',
      'medium',
      'long',
      'long',
    ]);
  });
});

describe('the wheel', () => {
  it('gives each one its chance, and no other', () => {
    const chance = new Chance(7);
    const given = Array.from({ length: 200 }, () => spun(['a', 'b', 'c'], () => chance.next()));
    expect(new Set(given)).toEqual(new Set(['a', 'b', 'c']));
  });

  it('gives the first and the last one at the ends of chance', () => {
    expect(spun(['a', 'b', 'c'], () => 0)).toBe('a');
    expect(spun(['a', 'b', 'c'], () => 0.999_999)).toBe('c');
  });

  it('gives none twice in a row, unless it is alone, and nothing of nothing', () => {
    expect(spun(['a', 'b'], () => 0, 'a')).toBe('b');
    expect(spun(['a'], () => 0, 'a')).toBe('a');
    expect(spun([], () => 0)).toBeUndefined();
  });
});

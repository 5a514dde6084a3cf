import { describe, expect, it } from 'vitest';
import { percentile } from '#derive/reports/percentile.ts';

describe('percentile', () => {
  it('is the value at the nearest rank, never one in between', () => {
    const ten = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];
    expect(percentile(ten, 50)).toBe(5);
    expect(percentile(ten, 90)).toBe(9);
    expect(percentile(ten, 91)).toBe(10);
    expect(percentile(ten, 100)).toBe(10);
    expect(percentile(ten, 1)).toBe(1);
    expect(percentile([100, 2, 30], 50)).toBe(30);
    expect(percentile([100, 2, 30, 9], 50)).toBe(9);
    expect(ten[0], 'the list is left as it was').toBe(10);
  });

  it('counts equal values one by one, and sorts as numbers', () => {
    expect(percentile([7, 7, 7, 100], 50)).toBe(7);
    expect(percentile([7, 7, 7, 100], 76)).toBe(100);
    expect(percentile([9, 10, 100], 50)).toBe(10);
  });

  it('of one value is that value, of none is not known', () => {
    expect([percentile([4], 50), percentile([4], 90)]).toEqual([4, 4]);
    expect(percentile([], 50)).toBeUndefined();
  });
});

/**
 * The nearest-rank percentile: of n values in ascending order the one at position ⌈percent × n ÷ 100⌉,
 * counted from 1. It is always one of the values, never between two: the median of an even number is the
 * lower of the two in the middle, and equal values each keep a position of their own. Undefined without
 * values. `percent` is above 0 and at most 100.
 */
export function percentile(values: readonly number[], percent: number): number | undefined {
  const rank = Math.ceil((percent * values.length) / 100);
  return values.toSorted((a, b) => a - b)[rank - 1];
}

/** The definition for readers. */
export const percentileText =
  'Of n known values in ascending order the median is the one at position n ÷ 2 and p90 the one at 0.9 × n, rounded up (nearest rank).';

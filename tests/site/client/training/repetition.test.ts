import { describe, expect, it } from 'vitest';
import {
  daysBetween,
  isDay,
  isDue,
  nextRepetition,
  today,
  type Repetition,
} from '#site/client/training/repetition.ts';

describe('what was missed', () => {
  it('comes back after 1, 3, 7 and 21 days, each time it is right, and is learnt then', () => {
    const days: string[] = [];
    let again = nextRepetition(undefined, true, '2026-02-27');
    while (again) {
      days.push(again.due);
      again = nextRepetition(again, false, again.due);
    }
    expect(days).toEqual(['2026-02-28', '2026-03-03', '2026-03-10', '2026-03-31']);
  });

  it('starts over when it is missed again, whenever that is', () => {
    const third: Repetition = { level: 2, due: '2026-03-10' };
    for (const day of ['2026-03-09', '2026-03-10', '2026-04-01']) {
      expect(nextRepetition(third, true, day)?.level, day).toBe(0);
    }
    expect(nextRepetition(third, true, '2026-12-31')).toEqual({ level: 0, due: '2027-01-01' });
  });

  it('stays due when it was if it is right too early, and moves from the day it is answered if late', () => {
    const second: Repetition = { level: 1, due: '2026-03-10' };
    expect(nextRepetition(second, false, '2026-03-09')).toEqual(second);
    expect(nextRepetition(second, false, '2026-05-01')).toEqual({ level: 2, due: '2026-05-08' });
  });

  it('is nothing as long as nothing was missed', () => {
    expect(nextRepetition(undefined, false, '2026-03-09')).toBeUndefined();
  });
});

it('what is due by now was due on that day or before', () => {
  const due = (day: string) => isDue({ level: 0, due: '2026-03-10' }, day);
  expect(['2026-03-09', '2026-03-10', '2026-04-01'].map(due)).toEqual([false, true, true]);
});

it('a day is one of the clocks of the device, and a real one', () => {
  expect(today(new Date(2026, 2, 5, 23, 59))).toBe('2026-03-05');
  expect(daysBetween('2026-03-28', '2026-03-31')).toBe(3);
  expect(['2026-02-28', '2026-02-30', '2026-2-3', 'tomorrow', ''].map(isDay)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});

import { describe, expect, it } from 'vitest';
import { compareMoments, existsIn, isBefore, momentOf } from '#model/moment.ts';

const hour = 3_600_000;

describe('momentOf', () => {
  it('takes an instant as it is, whatever the zone', () => {
    const at = Date.UTC(2026, 2, 14, 8, 10);
    const expected = { start: at, end: at, isDay: false };
    expect(momentOf('2026-03-14T09:10:00+01:00', 'UTC')).toEqual(expected);
    expect(momentOf('2026-03-14T08:10Z', 'Asia/Tokyo')).toEqual(expected);
    expect(momentOf('2026-03-14T09:10', 'Europe/Vienna')).toEqual(expected);
  });

  it.each([
    ['an ordinary day', '2026-03-14', 24],
    ['the day on which the clocks go forward', '2026-03-29', 23],
    ['the day on which they go back', '2026-10-25', 25],
  ])('takes %s for all its hours', (_, day, hours) => {
    const { start, end, isDay } = momentOf(day, 'Europe/Vienna');
    expect({ length: end - start + 1, isDay }).toEqual({ length: hours * hour, isDay: true });
  });

  it('takes a time that was shown twice for both', () => {
    const { start, end } = momentOf('2026-10-25T02:30', 'Europe/Vienna');
    expect(end - start).toBe(hour);
    expect(new Date(start).toISOString()).toBe('2026-10-25T00:30:00.000Z');
  });
});

it('knows the times that a clock never showed', () => {
  expect(existsIn('2026-03-29T02:30', 'Europe/Vienna')).toBe(false);
  expect(existsIn('2026-03-29T02:30', 'UTC')).toBe(true);
  expect(existsIn('2026-03-29T02:30+01:00', 'Europe/Vienna')).toBe(true);
  expect(existsIn('2026-10-25T02:30', 'Europe/Vienna')).toBe(true);
  expect(existsIn('2026-03-29', 'Europe/Vienna')).toBe(true);
});

it('puts a day and an instant in it in no order, but sorts the day first', () => {
  const day = momentOf('2026-03-14', 'UTC');
  const instant = momentOf('2026-03-14T00:00Z', 'UTC');
  expect([isBefore(day, instant), isBefore(instant, day)]).toEqual([false, false]);
  expect([instant, day].toSorted(compareMoments)).toEqual([day, instant]);
});

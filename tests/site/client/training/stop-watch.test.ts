import { describe, expect, it } from 'vitest';
import { clockText, StopWatch } from '#site/client/training/stop-watch.ts';

describe('the clock of a group', () => {
  it('stands still until it is started, and goes on where it was stopped', () => {
    const watch = new StopWatch();
    expect(watch.elapsed(5000)).toBe(0);
    watch.toggle(1000);
    expect([watch.isRunning, watch.elapsed(4000)]).toEqual([true, 3000]);
    watch.toggle(5000);
    expect([watch.isRunning, watch.elapsed(9000)]).toEqual([false, 4000]);
    watch.toggle(10_000);
    expect(watch.elapsed(11_000)).toBe(5000);
  });

  it('begins again at 0, running or not', () => {
    const watch = new StopWatch();
    watch.toggle(0);
    watch.reset(7000);
    expect([watch.isRunning, watch.elapsed(9000)]).toEqual([true, 2000]);
    watch.toggle(9000);
    watch.reset(9500);
    expect([watch.isRunning, watch.elapsed(20_000)]).toEqual([false, 0]);
  });
});

it.each([
  [0, '0:00'],
  [7999, '0:07'],
  [750_000, '12:30'],
  [3_723_000, '1:02:03'],
])('%i milliseconds are told as %s', (milliseconds, text) => {
  expect(clockText(milliseconds)).toBe(text);
});

import { scaleLinear, scaleLog } from 'd3-scale';
import { durationText } from '../../time-text.ts';
import { rounded, type Tick } from './chart.ts';

/** Where a value stands across a chart, in per cent, and the values that are named below it. */
export interface Scale {
  at: (value: number) => number;
  ticks: Tick[];
}

/** Whole numbers from 0. */
export function countScale(most: number): Scale {
  const scale = scaleLinear([0, Math.max(1, most)], [0, 100]).nice(4);
  const ticks = scale.ticks(4).filter(Number.isInteger);
  return scaleOf(scale, ticks, String);
}

/** Parts of a whole. */
export function shareScale(): Scale {
  return scaleOf(
    scaleLinear([0, 1], [0, 100]),
    [0, 0.25, 0.5, 0.75, 1],
    (share) => `${share * 100} %`,
  );
}

/** Minutes from 0, named where clocks and calendars have a round number. */
export function minutesScale(most: number): Scale {
  const step = steps.find((one) => most / one <= 4) ?? Math.ceil(most / 4 / year) * year;
  const count = Math.max(1, Math.ceil(most / step));
  const ticks = Array.from({ length: count + 1 }, (_, index) => index * step);
  return scaleOf(scaleLinear([0, count * step], [0, 100]), ticks, durationText);
}

/**
 * Minutes of very different lengths: each step to the right is several times longer. Less than a minute
 * stands at one minute.
 */
export function longMinutesScale(values: readonly number[]): Scale {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const first = Math.max(
    0,
    marks.findLastIndex(({ minutes }) => minutes <= least),
  );
  const found = marks.findIndex(({ minutes }) => minutes >= most);
  const last = Math.max(first + 1, found === -1 ? marks.length - 1 : found);
  const shown = marks.slice(first, last + 1);
  const domain = [shown[0]?.minutes ?? 1, Math.max(most, shown.at(-1)?.minutes ?? 1)];
  const scale = scaleLog(domain, [0, 100]).clamp(true);
  const apart = Math.ceil(shown.length / 5);
  const ticks = shown.filter((_, index) => index % apart === 0).map(({ minutes }) => minutes);
  return scaleOf(scale, ticks, (minutes) => names.get(minutes) ?? '');
}

const year = 525_600;
const steps = [1, 5, 10, 15, 30, 60, 120, 240, 480, 720, 1440, 2880, 7200, 14_400, 43_200, 144_000];
const marks = [
  { minutes: 1, text: '1 min' },
  { minutes: 5, text: '5 min' },
  { minutes: 15, text: '15 min' },
  { minutes: 60, text: '1 h' },
  { minutes: 240, text: '4 h' },
  { minutes: 1440, text: '1 day' },
  { minutes: 5760, text: '4 days' },
  { minutes: 20_160, text: '14 days' },
  { minutes: 86_400, text: '60 days' },
  { minutes: year, text: '1 year' },
];
const names = new Map(marks.map(({ minutes, text }) => [minutes, text] as const));

function scaleOf(
  scale: (value: number) => number,
  ticks: readonly number[],
  text: (value: number) => string,
): Scale {
  const at = (value: number) => rounded(scale(value));
  return { at, ticks: ticks.map((tick) => ({ x: at(tick), text: text(tick) })) };
}

/** When something that was missed is asked again. */
export interface Repetition {
  /** Which of the intervals it is in, from 0. */
  level: number;
  /** The day, as on the clocks of this device: 2026-03-15. */
  due: string;
}

/** The days after which what was missed comes back, each time it was right. */
export const intervals = [1, 3, 7, 21];

/**
 * What follows an answer. Missed starts over, right at its due goes on to the next interval, and after the
 * last one it is learnt; right before its due changes nothing, since nobody has forgotten it yet.
 */
export function nextRepetition(
  before: Repetition | undefined,
  isMissed: boolean,
  day: string,
): Repetition | undefined {
  if (isMissed) return { level: 0, due: plusDays(day, intervals[0]!) };
  if (!before || !isDue(before, day)) return before;
  const level = before.level + 1;
  const days = intervals[level];
  return days === undefined ? undefined : { level, due: plusDays(day, days) };
}

export function isDue({ due }: Repetition, day: string): boolean {
  return due <= day;
}

/** The day on the clocks of this device. */
export function today(now: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${String(now.getFullYear()).padStart(4, '0')}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** How many days from one day to another one. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / day);
}

export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && plusDays(text, 0) === text;
}

function plusDays(from: string, days: number): string {
  const at = new Date(Date.parse(from) + days * day);
  return Number.isNaN(at.getTime()) ? '' : at.toISOString().slice(0, 10);
}

const day = 24 * 60 * 60 * 1000;

import { Temporal } from 'temporal-polyfill';

/**
 * A written date or instant as a stretch of time, in milliseconds since 1970: an instant starts and
 * ends at once, a day lasts from its first to its last millisecond in the given zone, and a time that
 * was on the clocks twice, because they were set back, may be either. So two moments can be compared
 * without pretending to a precision that nobody wrote down.
 */
export interface Moment {
  start: number;
  end: number;
  isDay: boolean;
}

/** Reads a date or an instant that the schema has accepted. `zone` applies where none is written. */
export function momentOf(written: string, zone: string): Moment {
  if (!written.includes('T')) return dayOf(written, zone);
  if (hasOffset.test(written)) {
    const at = Date.parse(written); // the same as Temporal's for these shapes, at a fifth of the time
    return { start: at, end: at, isDay: false };
  }
  const local = Temporal.PlainDateTime.from(written);
  const at = (disambiguation: 'earlier' | 'later') =>
    local.toZonedDateTime(zone, { disambiguation }).epochMilliseconds;
  return { start: at('earlier'), end: at('later'), isDay: false };
}

/** Whether the clocks of a zone ever showed a written time: not so in the hour they skip in spring. */
export function existsIn(written: string, zone: string): boolean {
  if (!written.includes('T') || hasOffset.test(written)) return true;
  const local = Temporal.PlainDateTime.from(written);
  return local.toZonedDateTime(zone).toPlainDateTime().equals(local);
}

const hasOffset = /(Z|[+-]\d{2}:\d{2})$/;

/** Whether `a` was over before `b` began. A day and an instant in it are in no order. */
export function isBefore(a: Moment, b: Moment): boolean {
  return a.end < b.start;
}

/** Orders by beginning, a whole day before an instant in it. */
export function compareMoments(a: Moment, b: Moment): number {
  return a.start - b.start || b.end - a.end;
}

function dayOf(written: string, zone: string): Moment {
  const day = Temporal.PlainDate.from(written);
  const start = day.toZonedDateTime(zone).epochMilliseconds;
  const end = day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds - 1;
  return { start, end, isDay: true };
}

import { momentOf } from '#model/moment.ts';

/** A moment for readers: the words, and what a machine reads. */
export interface TimeText {
  text: string;
  /** For `<time datetime>`: as written in the record. */
  iso: string;
}

export interface TimeContext {
  timezone: string;
  language: string;
}

/** "14 Mar 2026, 09:10" in the zone of the knowledge base; a bare day without a time. */
export function timeText(written: string, context: TimeContext): TimeText {
  const { start, isDay } = momentOf(written, context.timezone);
  const { date, time } = formatters(context);
  const text = isDay ? date.format(start) : `${date.format(start)}, ${time.format(start)}`;
  return { text, iso: written };
}

/** The same for a moment that may not be written down. */
export function optionalTime(
  written: string | undefined,
  context: TimeContext,
): TimeText | undefined {
  return written === undefined ? undefined : timeText(written, context);
}

/** The time alone if the moment is on the day of another one: "10:05"; else as `timeText`. */
export function timeOnDayOf(written: string, other: string, context: TimeContext): TimeText {
  const moment = momentOf(written, context.timezone);
  const { date, time } = formatters(context);
  const isSameDay =
    !moment.isDay &&
    date.format(moment.start) === date.format(momentOf(other, context.timezone).start);
  return isSameDay ? { text: time.format(moment.start), iso: written } : timeText(written, context);
}

/** "2 h 35 min", "3 days 4 h", "40 min". Above a day minutes are left out. */
export function durationText(minutes: number): string {
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const rest = minutes % 60;
  const parts = [
    days > 0 && `${days} day${days === 1 ? '' : 's'}`,
    hours > 0 && `${hours} h`,
    days === 0 && (rest > 0 || hours === 0) && `${rest} min`,
  ];
  return parts.filter(Boolean).join(' ');
}

/** Work, in hours and minutes: a day of work is no day of the clock, so no days are told. */
export function workText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [hours > 0 && `${hours} h`, (rest > 0 || hours === 0) && `${rest} min`];
  return parts.filter(Boolean).join(' ');
}

interface Formatters {
  date: Intl.DateTimeFormat;
  time: Intl.DateTimeFormat;
}

const known = new Map<string, Formatters>();

/** Making a formatter takes longer than a thousand uses of it. */
function formatters({ timezone, language }: TimeContext): Formatters {
  const key = `${language} ${timezone}`;
  const found = known.get(key);
  if (found) return found;
  const locale = language === 'en' ? 'en-GB' : language;
  const made = {
    date: new Intl.DateTimeFormat(locale, {
      timeZone: timezone,
      day: 'numeric',
      month: 'short',
      year: 'numeric',
    }),
    time: new Intl.DateTimeFormat(locale, {
      timeZone: timezone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
  };
  known.set(key, made);
  return made;
}

import { Temporal } from 'temporal-polyfill';
import { moment } from '#schema/scalars.ts';

/**
 * A date or a date with time, in any of the spellings that site generators take, as records write it:
 * `2020-06-13 9:54 +0200` becomes `2020-06-13T09:54+02:00`. Nothing is converted: an offset stays, and
 * where there is none, that of `zone` is added if one is given. Undefined if it is no such date.
 */
export function momentText(written: string, zone?: string): string | undefined {
  const parts =
    /^(\d{4}-\d{2}-\d{2})(?:[Tt ]+(\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?) ?([Zz]|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?$/.exec(
      written.trim(),
    );
  if (!parts) return undefined;
  const [, day = '', time, offset] = parts;
  const clock = time && `T${time.replace(/^(?=\d:)/, '0').replace(',', '.')}${offsetText(offset)}`;
  const instant = `${day}${clock ?? ''}`;
  if (!moment.safeParse(instant).success) return undefined;
  return time && !offset && zone ? inZone(instant, zone) : instant;
}

/** Whether a moment is a time of day without an offset: the configuration's zone decides then. */
export function isZoneless(moment: string): boolean {
  return moment.includes('T') && !/(Z|[+-]\d{2}:\d{2})$/.test(moment);
}

function offsetText(offset: string | undefined): string {
  if (!offset) return '';
  if (/^(z|utc|gmt)$/i.test(offset)) return 'Z';
  const digits = offset.replace(':', '').padEnd(5, '0');
  return `${digits.slice(0, 3)}:${digits.slice(3)}`;
}

function inZone(local: string, zone: string): string {
  const { offset } = Temporal.PlainDateTime.from(local).toZonedDateTime(zone);
  return `${local}${offset}`;
}

export function isZone(name: string): boolean {
  try {
    Temporal.PlainDateTime.from('2026-01-01T00:00').toZonedDateTime(name);
    return true;
  } catch {
    return false;
  }
}

import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';

/*
 * The scalars of a record. YAML is read with the failsafe schema, so each of them receives the
 * characters that were written and decides by itself what they mean; nothing is coerced.
 *
 * `scalar` in the metadata tells the JSON Schema generator which bare YAML forms an editor may meet;
 * `expected` completes the sentence "expected …" in a diagnostic, `advice` says what to do about a
 * value that is not.
 */
export type ScalarKind = 'text' | 'boolean' | 'number' | 'moment' | 'date' | 'duration' | 'id';

/** Free text, kept exactly as written. Never empty: leave the field out instead. */
export const text = scalar('text', 'text', z.string().min(1));

/** `true` or `false`, and nothing else: `yes`, `no` and `on` are text. */
export const flag = scalar(
  'boolean',
  'true or false',
  z.enum(['true', 'false']).transform((written) => written === 'true'),
).meta({ advice: 'Write true or false in small letters; yes, no, on and off are text here.' });

/** A number of 0 or more in plain decimal digits. */
export const amount = scalar(
  'number',
  'a number such as 4 or 2.5',
  z
    .string()
    .regex(/^\d{1,9}(\.\d{1,3})?$/)
    .transform(Number),
).meta({ advice: 'Write digits, with a dot before decimals, and no unit.' });

const dayShape = /^\d{4}-\d{2}-\d{2}$/;
const momentShape = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/** A calendar day, `2026-03-14`. Impossible days are refused, never rolled over. */
export const day = scalar(
  'date',
  'a date such as 2026-03-14',
  z.string().check(isPossible(dayShape)),
).meta({
  shape: dayShape.source,
  advice: 'Write year-month-day, two digits for month and day, and no time of day.',
});

/**
 * A calendar day or an instant, `2026-03-14T09:10:00+01:00`. Without an offset the knowledge base's
 * `timezone` applies. A bare day means the whole of that day.
 */
export const moment = scalar(
  'moment',
  'a date such as 2026-03-14, or an instant such as 2026-03-14T09:10:00+01:00',
  z.string().check(isPossible(momentShape)),
).meta({
  shape: momentShape.source,
  advice:
    'Write year-month-day, or that with T, the time and the offset; two digits each. Without an offset the zone of the configuration applies.',
});

/** A length of time in minutes, hours and days of 24 hours: `95m`, `2h30m`, `3d`. */
export const duration = scalar(
  'duration',
  'a duration such as 95m, 2h30m or 3d',
  z.string().regex(/^(?=\d)(\d{1,5}d)?(\d{1,5}h)?(\d{1,6}m)?$/),
).meta({ advice: 'Write whole numbers with d, h and m, the larger first and without spaces.' });

/** The id of a record, product or component. */
export const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const idMaxLength = 80;
export const id = scalar(
  'id',
  'an id of lower-case letters, digits and single hyphens, at most 80 characters',
  z.string().max(idMaxLength).regex(idPattern),
).meta({
  advice: 'An id is the name of the file without .md, or what the configuration calls it.',
});

/** The path of a file beside the record: relative, with forward slashes, never leading out. */
export const besidePath = scalar(
  'text',
  'the path of a file beside the record, such as blank-receipt/log.txt',
  z.string().regex(/^(?!\/)(?!.*(^|\/)\.\.?(\/|$))[^\\:?#%\p{Cc}]+$/u),
).meta({
  advice: 'Put the file into the folder of the record or below it; its name has no : ? # % or \\.',
});

/** An address that starts with `https://` or `http://`. */
export const webAddress = scalar(
  'text',
  'an address that starts with https:// or http://',
  z.string().regex(/^https?:\/\/[^\s<>"]+$/i),
).meta({ advice: 'Write the whole address, from https:// on and without spaces.' });

/** An e-mail address; only its shape is checked. */
export const emailAddress = scalar(
  'text',
  'an e-mail address',
  z.string().regex(/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/),
).meta({ advice: 'Write the bare address: name@host.example.' });

/** One of a closed set of words. Words are vocabulary, not data, so diagnostics may name them. */
export function oneOf<const Words extends readonly [string, ...string[]]>(...words: Words) {
  return z.enum(words).meta({ expected: `one of ${words.join(', ')}` });
}

/** Names the code of a custom issue, so that the translation into diagnostics needs no guessing. */
export const impossibleDate = 'impossible-date';

function scalar<Schema extends z.ZodType>(kind: ScalarKind, expected: string, schema: Schema) {
  return schema.meta({ scalar: kind, expected }) as Schema;
}

function isPossible(shape: RegExp): z.core.CheckFn<string> {
  return ({ value, issues }) => {
    if (!shape.test(value)) {
      issues.push({ code: 'custom', input: value, params: { code: 'wrong-value' } });
    } else if (!exists(value)) {
      issues.push({ code: 'custom', input: value, params: { code: impossibleDate } });
    }
  };
}

/** Whether the calendar has this day and the clock this time. Year 0 is nobody's incident. */
function exists(written: string): boolean {
  const [date = '', time] = written.split('T');
  try {
    Temporal.PlainDate.from(date, { overflow: 'reject' });
    if (time === undefined) return !date.startsWith('0000');
    const clock = time.replace(/(Z|[+-]\d{2}:\d{2})$/, '');
    Temporal.PlainTime.from(clock, { overflow: 'reject' });
    const offset = /[+-](\d{2}):(\d{2})$/.exec(time);
    const isSecondPossible = !/^\d{2}:\d{2}:60/.test(clock);
    return isSecondPossible && (!offset || (Number(offset[1]) <= 18 && Number(offset[2]) <= 59));
  } catch {
    return false;
  }
}

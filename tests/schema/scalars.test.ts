import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import {
  amount,
  besidePath,
  day,
  duration,
  emailAddress,
  flag,
  id,
  moment,
  text,
  webAddress,
} from '#schema/scalars.ts';

/** Of these texts, the ones that a scalar takes. */
const takenBy = (schema: z.ZodType, written: readonly string[]) =>
  written.filter((one) => schema.safeParse(one).success);

const good = {
  text: [' ', 'no', '22:22', '\u00fc\n'],
  flag: ['true', 'false'],
  amount: ['0', '4', '2.5', '999999999', '0.001'],
  day: ['2026-03-14', '2024-02-29', '0001-01-01', '9999-12-31'],
  moment: [
    ...['2026-03-14', '2026-03-14T09:10', '2026-03-14T09:10:00', '2026-03-14T09:10:00.123456789Z'],
    ...[
      '2026-03-14T09:10Z',
      '2026-03-14T09:10:00+01:00',
      '2026-03-14T23:59:59-12:00',
      '2026-03-14T00:00+18:00',
    ],
  ],
  duration: ['95m', '2h30m', '3d', '1d2h3m', '0m'],
  id: ['a', '0', 'a-b-c', '2026-03-14-blank-receipt', 'a'.repeat(80)],
  besidePath: ['a.txt', 'a/b c/\u00fc.png', '.hidden', 'a..b', 'a/...b'],
  webAddress: ['https://a.example', 'HTTP://a/b?c#d'],
  emailAddress: ['a@b.example', 'a+b@c.d.example'],
};

const bad = {
  text: [''],
  flag: ['True', 'TRUE', 'yes', 'no', 'on', '1', '', ' true'],
  amount: ['', '-1', '1e3', '1,5', '.5', '4 min', '0x1', '1234567890', 'NaN', '\u0664'],
  day: [
    ...[
      '2026-02-29',
      '2026-02-30',
      '2026-04-31',
      '2026-13-01',
      '2026-00-10',
      '2026-01-00',
      '0000-01-01',
    ],
    ...[
      '2026-3-14',
      '14.03.2026',
      '20260314',
      '2026-03-14T00:00',
      ' 2026-03-14',
      '2026-03-14\n',
      '+2026-03-14',
    ],
  ],
  moment: [
    ...[
      '2026-03-14 09:10',
      '2026-03-14T9:10',
      '2026-03-14T24:00',
      '2026-03-14T09:60',
      '2026-03-14T09:10:60',
    ],
    ...[
      '2026-03-14T09:10+1',
      '2026-03-14T09:10+0100',
      '2026-03-14T09:10+19:00',
      '2026-03-14T09:10+01:60',
    ],
    ...[
      '2026-02-30T09:10Z',
      '2026-03-14T',
      '2026-03-14T09',
      '2026-03-14T09:10z',
      '2026-03-14T09:10[UTC]',
    ],
  ],
  duration: ['', 'm', '2 h', '30m2h', '1.5h', '-5m', '2H', 'P1D', '5s'],
  id: ['', 'A', 'a_b', 'a--b', '-a', 'a-', 'a b', 'a.md', 'a/b', '\u00e4', 'a'.repeat(81), 'a\n'],
  besidePath: [
    '',
    '/a',
    '../a',
    'a/../b',
    'a/..',
    './a',
    '.',
    '..',
    'a\\b',
    'C:a',
    'a?b',
    'a#b',
    'a%b',
    'a\0b',
    'https://a',
  ],
  webAddress: [
    '',
    'a.example',
    '//a',
    'ftp://a',
    'javascript:x',
    'https://',
    'https://a b',
    'https://a"b',
    ' https://a',
  ],
  emailAddress: ['', 'a', 'a@b', '@b.c', 'a b@c.d', '<a@b.c>', 'mailto:a@b.c d'],
};

const scalars = {
  text,
  flag,
  amount,
  day,
  moment,
  duration,
  id,
  besidePath,
  webAddress,
  emailAddress,
};

describe.each(Object.keys(scalars) as (keyof typeof scalars)[])('%s', (name) => {
  it('takes what it should', () => {
    expect(takenBy(scalars[name], good[name])).toEqual(good[name]);
  });

  it('takes nothing else', () => {
    expect(takenBy(scalars[name], bad[name])).toEqual([]);
  });

  it('coerces nothing', () => {
    for (const value of [1, true, null, undefined, new Date(), ['a'], {}]) {
      expect(scalars[name].safeParse(value).success).toBe(false);
    }
  });
});

it('types flags and numbers, and leaves the rest as written', () => {
  expect(flag.parse('false')).toBe(false);
  expect(amount.parse('2.50')).toBe(2.5);
  expect(moment.parse('2026-03-14T09:10')).toBe('2026-03-14T09:10');
  expect(text.parse('1.10')).toBe('1.10');
});

import { expect, it } from 'vitest';
import { json } from '#report/json.ts';
import { ordinary, rawControl, reportOf, strange } from './report-of.ts';

it('is one object with counts and every diagnostic as it is', () => {
  expect(JSON.parse(json(reportOf([strange, ordinary])))).toEqual({
    records: 12,
    error: 1,
    warning: 1,
    info: 0,
    diagnostics: [strange, ordinary],
  });
});

it('escapes what a terminal would act on', () => {
  expect(json(reportOf([strange]))).not.toMatch(rawControl);
});

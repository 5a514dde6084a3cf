import { describe, expect, it } from 'vitest';
import { checked } from '../memory-knowledge-base.ts';
import { articleText, configText, incidentText, type WritableFields } from '../records.ts';

/** The messages about the order of dates in an incident with these fields. */
async function found(fields: WritableFields, timezone = 'Europe/Vienna'): Promise<string[]> {
  const diagnostics = await checked({
    'fixlore.config.yaml': `${configText}timezone: ${timezone}\n`,
    'incidents/a.md': incidentText({ status: 'mitigated', workaround, ...fields }),
  });
  return diagnostics
    .filter(({ code }) => code === 'date-order' || code === 'impossible-date')
    .map(({ message }) => message.replace(/;.*/, ''));
}

const workaround = { summary: 'Use the app' };
const wrong = ['`mitigated` is before `opened`'];

describe('two instants', () => {
  it.each([
    ['a second later', '2026-03-14T09:10:00Z', '2026-03-14T09:10:01Z', []],
    ['the same', '2026-03-14T09:10:00Z', '2026-03-14T09:10Z', []],
    ['the same in another zone', '2026-03-14T09:10+01:00', '2026-03-14T08:10Z', []],
    ['a nanosecond apart', '2026-03-14T09:10:00.000000001Z', '2026-03-14T09:10:00Z', []],
    ['a millisecond earlier', '2026-03-14T09:10:00.001Z', '2026-03-14T09:10:00Z', wrong],
    ['earlier, by the offset', '2026-03-14T09:10:00-05:00', '2026-03-14T14:09:00+00:00', wrong],
    ['later, though the day is earlier', '2026-03-15T00:30+02:00', '2026-03-14T23:00Z', []],
  ])('%s', async (_, opened, mitigated, expected) => {
    expect(await found({ opened, mitigated })).toEqual(expected);
  });
});

describe('a day and an instant', () => {
  it.each([
    ['an instant on that day', '2026-03-14T23:59:59+01:00', '2026-03-14', []],
    ['the other way round', '2026-03-14', '2026-03-14T00:00:00+01:00', []],
    ['an instant on the day before', '2026-03-14', '2026-03-13T23:59:59+01:00', wrong],
    ['an instant after the day', '2026-03-15T00:00+01:00', '2026-03-14', wrong],
    ['the day of the zone, not of UTC', '2026-03-14T23:30Z', '2026-03-15', []],
    ['the day before in the zone', '2026-03-14T23:30Z', '2026-03-14', wrong],
  ])('%s', async (_, opened, mitigated, expected) => {
    expect(await found({ opened, mitigated })).toEqual(expected);
  });
});

describe('two days', () => {
  it.each([
    ['the same', '2026-03-14', '2026-03-14', []],
    ['the next', '2026-12-31', '2027-01-01', []],
    ['the day before', '2026-03-14', '2026-03-13', wrong],
  ])('%s', async (_, opened, mitigated, expected) => {
    expect(await found({ opened, mitigated })).toEqual(expected);
  });
});

describe('times without an offset', () => {
  it('are in the zone of the configuration', async () => {
    const fields = { opened: '2026-03-14T09:10', mitigated: '2026-03-14T08:30Z' };
    expect(await found(fields, 'Europe/Vienna')).toEqual([]);
    expect(await found(fields, 'UTC')).toEqual(wrong);
    expect(await found(fields, 'America/New_York')).toEqual(wrong);
  });

  it('may be either of two when the clocks were set back', async () => {
    const fields = { opened: '2026-10-25T02:50', mitigated: '2026-10-25T02:10' };
    expect(await found(fields)).toEqual([]);
    expect(await found(fields, 'UTC')).toEqual(wrong);
    expect(await found({ ...fields, mitigated: '2026-10-25T01:50' })).toEqual(wrong);
  });

  it('do not exist in the hour that the clocks skip', async () => {
    const fields = { opened: '2026-03-29T01:59', mitigated: '2026-03-29T02:30' };
    expect(await found(fields)).toEqual([
      'The clocks of Europe/Vienna were set forward over this time',
    ]);
    expect(await found(fields, 'UTC')).toEqual([]);
    expect(await found({ ...fields, mitigated: '2026-03-29T03:00' })).toEqual([]);
  });

  it('count through the hour that is skipped', async () => {
    const before = { opened: '2026-03-29T00:59:59Z', mitigated: '2026-03-29T03:00' };
    expect(await found(before)).toEqual([]);
    expect(await found({ opened: '2026-03-29T01:00:01Z', mitigated: '2026-03-29T03:00' })).toEqual(
      wrong,
    );
  });
});

it('compares every pair that has an order', async () => {
  const early = '2026-03-01';
  const fields: WritableFields = {
    opened: '2026-03-14',
    mitigated: '2026-03-15',
    resolved: '2026-03-14',
    workaround: { ...workaround, until: early },
    attempts: [
      { action: 'One', at: '2026-03-14T10:00' },
      { action: 'No time' },
      { action: 'Two', at: '2026-03-14T09:00', outcome: 'fixed' },
    ],
    fix: { customer_solvable: false, verified: early },
    promises: [{ to: 'customer', what: 'Call', due: early, kept: early }],
    handoffs: [{ to: 'Vendor', sent: '2026-03-14', due: early, returned: early }],
    seen_again: [{ at: early }],
    recent_changes: [{ what: 'A change may come long before', at: early }],
  };
  expect((await found({ ...fields, status: 'open', resolved: undefined })).toSorted()).toEqual([
    '`at` of item 1 of `seen_again` is before `opened`',
    '`at` of item 3 of `attempts` is before `at` of item 1 of `attempts`',
    '`due` of item 1 of `handoffs` is before `sent` of item 1 of `handoffs`',
    '`due` of item 1 of `promises` is before `opened`',
    '`fix.verified` is before `at` of item 3 of `attempts`',
    '`kept` of item 1 of `promises` is before `opened`',
    '`returned` of item 1 of `handoffs` is before `sent` of item 1 of `handoffs`',
    '`workaround.until` is before `opened`',
  ]);
  expect(await found(fields)).toContain('`resolved` is before `mitigated`');
});

it('compares an attempt with the one before it that has a time', async () => {
  const attempts = ['10:00', '12:00', '11:00', '11:30'].flatMap((time) => [
    { action: 'A', at: `2026-03-14T${time}` },
    { action: 'No time' },
  ]);
  expect(await found({ attempts, mitigated: '2026-03-14' })).toEqual([
    '`at` of item 5 of `attempts` is before `at` of item 3 of `attempts`',
  ]);
});

it('is a warning in an imported record', async () => {
  const text = incidentText({
    resolved: '2026-03-13',
    status: 'resolved',
    imported: { from: 'cstate', id: 'a' },
  });
  const diagnostics = await checked({ 'incidents/a.md': text });
  expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
    'warning date-order',
    'info imported-incomplete',
  ]);
});

describe('what became of a known issue', () => {
  it.each([
    ['in order', ['2026-03-14', '2026-03-14T10:00:00Z', '2026-03-15'], []],
    [
      'before it began',
      ['2026-03-12'],
      ['`at` of item 1 of `issue.updates` is before `issue.since`'],
    ],
    [
      'out of order',
      ['2026-03-16', '2026-03-15'],
      ['`at` of item 2 of `issue.updates` is before `at` of item 1 of `issue.updates`'],
    ],
  ])('%s', async (_, days, expected) => {
    const updates = days.map((at) => ({ at, what: 'It goes on' }));
    const issue = { status: 'investigating', since: '2026-03-14', updates };
    const found = await checked({ 'kb/a.md': articleText({ type: 'known_issue', issue }) });
    const order = found.filter(({ code }) => code === 'date-order');
    expect(order.map(({ severity }) => severity)).toEqual(expected.map(() => 'warning'));
    expect(order.map(({ message }) => message.replace(/;.*/, ''))).toEqual(expected);
  });
});

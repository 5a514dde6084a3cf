import { describe, expect, it } from 'vitest';
import { blackHoles } from '#derive/black-holes.ts';
import { commitments, lacksNextPromise } from '#derive/commitments.ts';
import { incidentOf, siteOf } from '../incident-of.ts';
import type { WritableFields } from '../records.ts';

/* The zone of these sites is Europe/Vienna. */

const promise = (due: string, kept?: string) => ({ to: 'customer', what: 'A call', due, kept });
const at = (text: string) => Date.parse(text);

function standings(fields: WritableFields, now: string): string[] {
  return commitments(siteOf([['2026-03-14-a', fields]]), at(now)).map(
    ({ kind, item, standing }) => `${kind} ${String(item)} ${standing}`,
  );
}

describe('commitments', () => {
  it('are none where nothing was promised', () => {
    expect(standings({}, '2026-06-01T00:00Z')).toEqual([]);
  });

  it('are kept in time, late, waiting, overdue, or have no day', () => {
    const fields = {
      promises: [
        promise('2026-03-20', '2026-03-20'),
        promise('2026-03-20', '2026-03-21'),
        promise('2026-07-01'),
        promise('2026-05-01'),
      ],
      handoffs: [{ to: 'Vendor', sent: '2026-03-14' }],
      follow_ups: [{ what: 'Look', due: '2026-05-31', done: '2026-05-30' }, { what: 'Wait' }],
    };
    expect(standings(fields, '2026-06-01T00:00Z')).toEqual([
      ...['promise 0 in_time', 'promise 1 late', 'promise 2 waiting', 'promise 3 overdue'],
      ...['handoff 0 without_due', 'follow_up 0 in_time', 'follow_up 1 without_due'],
    ]);
  });

  it('with a bare day are over at its end in the zone, on a day of 23 hours, too', () => {
    const fields = { promises: [promise('2026-03-29')] };
    expect(standings(fields, '2026-03-29T21:59:59Z')).toEqual(['promise 0 waiting']);
    expect(standings(fields, '2026-03-29T22:00:00Z')).toEqual(['promise 0 overdue']);
  });

  it('with an instant are over a moment later', () => {
    const fields = { promises: [promise('2026-03-20T10:00:00+01:00')] };
    expect(standings(fields, '2026-03-20T09:00:00Z')).toEqual(['promise 0 waiting']);
    expect(standings(fields, '2026-03-20T09:00:01Z')).toEqual(['promise 0 overdue']);
  });

  it('kept on the day they were due are in time, at any hour', () => {
    const fields = { promises: [promise('2026-03-20', '2026-03-20T23:30:00+01:00')] };
    expect(standings(fields, '2026-06-01T00:00Z')).toEqual(['promise 0 in_time']);
  });
});

describe('lacksNextPromise', () => {
  const lacks = (fields: WritableFields, now = '2026-06-01T00:00Z') =>
    lacksNextPromise(incidentOf(fields), 'Europe/Vienna', at(now));

  it('holds for open and mitigated incidents of which every promise is kept or overdue', () => {
    expect(lacks({})).toBe(true);
    expect(lacks({ status: 'mitigated', promises: [promise('2026-05-01')] })).toBe(true);
    expect(lacks({ promises: [promise('2026-07-01', '2026-05-20')] })).toBe(true);
  });

  it('does not hold while one can be kept, nor for what is over', () => {
    expect(lacks({ promises: [promise('2026-05-01'), promise('2026-07-01')] })).toBe(false);
    expect(lacks({ status: 'resolved' })).toBe(false);
    expect(lacks({ status: 'archived' })).toBe(false);
  });

  it('spares the first hour', () => {
    const fields = { opened: '2026-03-14T09:00:00+01:00' };
    expect(lacks(fields, '2026-03-14T08:59:59Z')).toBe(false);
    expect(lacks(fields, '2026-03-14T09:00:01Z')).toBe(true);
    expect(lacks({ opened: '2026-03-14' }, '2026-03-14T22:00:00Z')).toBe(false);
  });
});

describe('blackHoles', () => {
  it('are overdue promises, hand-offs nobody will ask for, and silence', () => {
    const site = siteOf([
      ['2026-03-14-silent', {}],
      [
        '2026-03-13-lost',
        {
          status: 'resolved',
          promises: [promise('2026-05-01')],
          handoffs: [
            { to: 'Vendor', sent: '2026-03-14' },
            { to: 'Vendor', sent: '2026-03-14', due: '2026-07-01' },
          ],
          follow_ups: [{ what: 'Look', due: '2026-05-01' }],
        },
      ],
      ['2026-03-12-elsewhere', { imported: { from: 'cstate', id: 'x' } }],
    ]);
    const found = blackHoles(site, at('2026-06-01T00:00Z'));
    expect(found.map(({ kind, incident }) => `${incident} ${kind}`)).toEqual([
      '2026-03-13-lost promise',
      '2026-03-13-lost handoff',
      '2026-03-14-silent no_next_promise',
    ]);
  });
});

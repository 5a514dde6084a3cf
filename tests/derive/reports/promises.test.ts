import { expect, it } from 'vitest';
import { promises } from '#derive/reports/promises.ts';
import { siteOf } from '../../incident-of.ts';

const promise = (due: string, kept?: string) => ({
  ...{ to: 'customer', what: 'A call', due },
  ...{ kept },
});

it('promises are broken when they were late, or are overdue at the moment asked for', () => {
  const site = siteOf([
    [
      'a',
      {
        promises: [
          promise('2026-03-10', '2026-03-10T23:00:00Z'),
          promise('2026-03-10', '2026-03-11'),
          promise('2026-03-12'),
        ],
        follow_ups: [{ what: 'A hint' }, { what: 'A test', done: '2026-03-01' }],
      },
    ],
    [
      'old',
      {
        promises: [promise('2026-03-01'), promise('2026-03-01', '2026-03-01')],
        imported: { from: 'cstate', id: 'x' },
      },
    ],
  ]);
  const none = { in_time: 0, late: 0, overdue: 0, waiting: 0, without_due: 0, unknown: 0 };
  const followUps = { ...none, kind: 'follow_up', in_time: 1, without_due: 1, share: 0 };
  // The twelfth is over in Vienna at 23:00 in UTC.
  expect(promises(site, Date.UTC(2026, 2, 12, 22, 59)).rows).toEqual([
    { ...none, kind: 'promise', in_time: 1, late: 2, waiting: 1, unknown: 1, share: 0.6667 },
    followUps,
  ]);
  expect(promises(site, Date.UTC(2026, 2, 12, 23)).rows).toEqual([
    { ...none, kind: 'promise', in_time: 1, late: 2, overdue: 1, unknown: 1, share: 0.75 },
    followUps,
  ]);
});

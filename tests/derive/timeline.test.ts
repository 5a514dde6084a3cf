import { describe, expect, it } from 'vitest';
import { timeline } from '#derive/timeline.ts';
import { attempt, incidentOf } from '../incident-of.ts';

const kinds = (fields: Parameters<typeof incidentOf>[0]) =>
  timeline(incidentOf(fields), 'Europe/Vienna').map(({ kind, item }) =>
    item === undefined ? kind : `${kind} ${item}`,
  );

describe('timeline', () => {
  it('puts everything with a time in the order of time, a day before its instants', () => {
    expect(
      kinds({
        opened: '2026-03-14T09:10:00+01:00',
        resolved: '2026-03-14T12:00:00+01:00',
        recent_changes: [
          { at: '2026-03-14', what: 'The same day' },
          { at: '2026-03-12T20:00:00Z', what: 'Before' },
          { what: 'Nobody knows when' },
        ],
        attempts: [
          attempt('no_effect', 'reverted', { at: '2026-03-14T10:00:00+01:00' }),
          attempt('partly', 'reverted'),
          attempt('fixed', 'no_change', { at: '2026-03-14T11:00:00+01:00' }),
        ],
        fix: { customer_solvable: false, verified: '2026-03-15' },
        seen_again: [{ at: '2026-04-01' }],
      }),
    ).toEqual([
      'change 1',
      'change 0',
      'opened',
      'attempt 0',
      'attempt 2',
      'resolved',
      'verified',
      'seen_again 0',
    ]);
  });

  it('shows a promise once: when it was kept, or when it is due', () => {
    expect(
      kinds({
        opened: '2026-03-14T09:00:00Z',
        promises: [
          {
            to: 'customer',
            what: 'Call',
            due: '2026-03-14T12:00:00Z',
            kept: '2026-03-14T13:00:00Z',
          },
          { to: 'customer', what: 'Write', due: '2026-03-14T12:30:00Z' },
        ],
        handoffs: [
          { to: 'Vendor', sent: '2026-03-14T09:30:00Z', returned: '2026-03-14T11:00:00Z' },
        ],
      }),
    ).toEqual(['opened', 'handed_off 0', 'handed_back 0', 'promise_due 1', 'promise_kept 0']);
  });

  it('keeps the order of the kinds where times are equal', () => {
    const at = '2026-03-14T09:00:00Z';
    expect(kinds({ opened: at, mitigated: at, resolved: at })).toEqual([
      'opened',
      'mitigated',
      'resolved',
    ]);
  });
});

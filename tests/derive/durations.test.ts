import { describe, expect, it } from 'vitest';
import { durations } from '#derive/durations.ts';
import { incidentOf } from '../incident-of.ts';

const zone = 'Europe/Vienna';

describe('durations', () => {
  it('counts minutes from opening, and hands-on time apart', () => {
    const incident = incidentOf({
      opened: '2026-03-14T09:10:00+01:00',
      mitigated: '2026-03-14T08:40:00Z',
      resolved: '2026-03-14T11:45:00+01:00',
      effort: '1d2h5m',
    });
    expect(durations(incident, zone)).toEqual({ toMitigate: 30, toResolve: 155, effort: 1565 });
  });

  it('takes times without an offset in the zone, across the change of the clocks', () => {
    const incident = incidentOf({ opened: '2026-03-29T01:30:00', resolved: '2026-03-29T03:30:00' });
    expect(durations(incident, zone)).toEqual({ toResolve: 60 });
    expect(durations(incident, 'UTC')).toEqual({ toResolve: 120 });
  });

  it('says nothing where a day is written, a time is missing, or they contradict', () => {
    expect(
      durations(incidentOf({ opened: '2026-03-14', resolved: '2026-03-15T10:00:00Z' }), zone),
    ).toEqual({});
    expect(durations(incidentOf({ opened: '2026-03-14T09:00:00Z' }), zone)).toEqual({});
    const reversed = incidentOf({
      opened: '2026-03-14T09:00:00Z',
      resolved: '2026-03-14T08:00:00Z',
      imported: { from: 'cstate', id: 'x' },
    });
    expect(durations(reversed, zone)).toEqual({});
  });
});

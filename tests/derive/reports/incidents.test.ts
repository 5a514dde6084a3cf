import { describe, expect, it } from 'vitest';
import { incidents } from '#derive/reports/incidents.ts';
import { siteOf } from '../../incident-of.ts';
import { longAgo } from '../../memory-knowledge-base.ts';

/* The zone of these sites is Vienna. */

const months = (site: ReturnType<typeof siteOf>, now: number) =>
  incidents(site, now).rows.map(({ month, incidents: count }) => [month, count]);

describe('incidents over time', () => {
  it('counts each in the month of its opening, in the zone of the knowledge base', () => {
    const site = siteOf([
      ['a', { opened: '2026-02-28T23:30:00Z' }],
      ['b', { opened: '2026-02-28T22:30:00Z' }],
      ['c', { opened: '2026-03-31T23:59:00' }],
      ['d', { opened: '2026-03-31' }],
      ['e', { opened: '2026-03-01T00:30:00+14:00' }],
    ]);
    expect(months(site, longAgo)).toEqual([
      ['2026-02', 2],
      ['2026-03', 3],
    ]);
  });

  it('leaves no month out between the first and now, or the last', () => {
    const site = siteOf([
      ['a', { opened: '2025-11-14' }],
      ['b', { opened: '2026-02-14' }],
    ]);
    const upToLast = [
      ...[['2025-11', 1] as const, ['2025-12', 0] as const],
      ...[['2026-01', 0] as const, ['2026-02', 1] as const],
    ];
    expect(months(site, longAgo)).toEqual(upToLast);
    expect(months(site, Date.UTC(2026, 0, 1))).toEqual(upToLast);
    // 23:30 on the last of March in UTC is April in Vienna.
    expect(months(site, Date.UTC(2026, 2, 31, 23, 30)).slice(-2)).toEqual([
      ['2026-03', 0],
      ['2026-04', 0],
    ]);
  });

  it('tells severities and sides apart, and what nobody said from both', () => {
    const site = siteOf([
      ['a', { opened: '2026-03-01', severity: 'critical', side: 'ours' }],
      ['b', { opened: '2026-03-02', severity: 'low', side: 'unknown' }],
      ['c', { opened: '2026-03-03', side: 'network' }],
      ['d', { opened: '2026-03-04', severity: 'minor' }],
    ]);
    expect(incidents(site, Date.UTC(2026, 2, 5)).rows).toEqual([
      {
        ...{ month: '2026-03', incidents: 4 },
        ...{ critical: 1, major: 0, minor: 1, low: 1, severity_unknown: 1 },
        ...{ ours: 1, customer: 0, vendor: 0, network: 1, side_unknown: 2 },
      },
    ]);
  });
});

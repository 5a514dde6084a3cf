import { describe, expect, it } from 'vitest';
import { effort } from '#derive/reports/effort.ts';
import { times } from '#derive/reports/times.ts';
import { siteOf } from '../../incident-of.ts';
import { now } from '../../memory-knowledge-base.ts';
import type { WritableFields } from '../../records.ts';
import { over } from './over.ts';

/** Opened at noon; mitigated and resolved so many minutes later. */
function took(mitigated: number, resolved: number, more: WritableFields = {}): WritableFields {
  const after = (minutes: number) => new Date(Date.UTC(2026, 2, 14, 12, minutes)).toISOString();
  return over({
    ...{ opened: '2026-03-14T12:00:00Z', mitigated: after(mitigated), resolved: after(resolved) },
    ...more,
  });
}

const unknown = { product: 'portal', mitigate_unknown: 0, resolve_unknown: 0 };

describe('times', () => {
  it('are the median and p90 of what is known', () => {
    const site = siteOf([1, 2, 3, 4].map((n) => [`i${n}`, took(n, n * 10)]));
    expect(times(site, now).rows).toEqual([
      {
        ...unknown,
        ...{ mitigate_median: 2, mitigate_p90: 4, mitigate_known: 4 },
        ...{ resolve_median: 20, resolve_p90: 40, resolve_known: 4 },
      },
    ]);
  });

  it('count what is not known, and ask nothing of what is not over yet', () => {
    const site = siteOf([
      ['a', took(5, 50)],
      ['days', over({ opened: '2026-03-14', mitigated: '2026-03-14' })],
      ['unwritten', over({ opened: '2026-03-14T12:00:00Z', resolved: undefined })],
      ['backwards', took(-5, -1, { imported: { from: 'cstate', id: 'x' } })],
      ['mitigated', took(7, 0, { status: 'mitigated', resolved: undefined })],
      ['open', { opened: '2026-03-14T12:00:00Z' }],
    ]);
    expect(times(site, now).rows).toEqual([
      {
        ...{ product: 'portal', mitigate_median: 5, mitigate_p90: 7 },
        ...{ mitigate_known: 2, mitigate_unknown: 3 },
        ...{ resolve_median: 50, resolve_p90: 50, resolve_known: 1, resolve_unknown: 3 },
      },
    ]);
  });

  it('stand by product in the order of the configuration, and for all of them last', () => {
    const site = siteOf([
      ['a', took(9, 90, { product: 'zebra' })],
      ['b', took(1, 10, { product: 'portal' })],
      ['c', took(2, 20, { product: 'aardvark' })],
    ]);
    const told = times(site, now).rows.map(({ product, resolve_median }) => [
      product,
      resolve_median,
    ]);
    expect(told).toEqual([
      ['portal', 10],
      ['aardvark', 20],
      ['zebra', 90],
      [undefined, 20],
    ]);
  });
});

describe('effort', () => {
  it('is held against elapsed time where both are known', () => {
    const site = siteOf([
      ['a', took(1, 100, { effort: '30m' })],
      ['b', took(1, 200, { effort: '1h' })],
      ['no-effort', took(1, 999)],
      ['no-time', over({ effort: '999m', opened: '2026-03-14' })],
      ['open', { opened: '2026-03-14T12:00:00Z', effort: '999m' }],
    ]);
    expect(effort(site, now).rows).toEqual([
      {
        ...{ product: 'portal', effort_median: 30, elapsed_median: 100 },
        ...{ effort: 90, elapsed: 300, share: 0.3, known: 2, unknown: 2 },
      },
    ]);
  });

  it('has no share without any elapsed time, and one above 1 where many worked', () => {
    const share = (fields: WritableFields) => effort(siteOf([['a', fields]]), now).rows[0]?.share;
    expect(share(took(0, 0, { effort: '5m' }))).toBeUndefined();
    expect(share(took(0, 30, { effort: '1h' }))).toBe(2);
    expect(share(took(0, 30))).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { attemptKinds } from '#derive/reports/attempt-kinds.ts';
import { attempts } from '#derive/reports/attempts.ts';
import { attempt, siteOf } from '../../incident-of.ts';
import { now } from '../../memory-knowledge-base.ts';
import { over } from './over.ts';

const some = (count: number) =>
  over({ attempts: Array.from({ length: count }, () => attempt('no_effect', 'no_change')) });

describe('attempts', () => {
  it('are counted where they were written down', () => {
    const site = siteOf([
      ['a', some(1)],
      ['b', some(4)],
      ['c', over()],
      ['open', { attempts: [attempt('no_effect', 'no_change')] }],
    ]);
    expect(attempts(site, now).rows).toEqual([
      { product: 'portal', incidents: 2, unknown: 1, attempts: 5, median: 1, p90: 4, most: 4 },
    ]);
    expect(attempts(siteOf([['c', over()]]), now).rows).toEqual([
      {
        ...{ product: 'portal', incidents: 0, unknown: 1, attempts: 0 },
        ...{ median: undefined, p90: undefined, most: undefined },
      },
    ]);
  });
});

describe('kinds of attempts', () => {
  const tried = (action: string, outcome: string | undefined, more = {}) => ({
    ...{ action, ...more },
    ...(outcome && { outcome }),
  });
  const site = siteOf([
    [
      'a',
      {
        attempts: [
          tried('Restarted the server', 'no_effect', { because: 'It often helps' }),
          tried('restarted it again', 'worse', { run: 'reboot' }),
          tried('Rebuilt the index', 'partly'),
          tried('42 clicks', 'unknown'),
        ],
      },
    ],
    ['b', { attempts: [tried('Restarted: all', undefined), tried('Rebuilt all', 'fixed')] }],
    ['c', { attempts: [tried('Rebuilding', 'fixed'), tried('Rebuilt', 'no_effect')] }],
  ]);
  const rows = attemptKinds(site, now).rows.map(({ by, kind, attempts: count, helped }) => [
    ...[by, kind],
    ...[count, helped],
  ]);

  it('are told by reason, command and place, each of all attempts', () => {
    expect(rows.slice(0, 7)).toEqual([
      ['reason', 'with_reason', 1, 0],
      ['reason', 'no_reason', 7, 0.6],
      ['command', 'with_command', 1, 0],
      ['command', 'no_command', 7, 0.6],
      ['place', 'first_attempt', 3, 0.5],
      ['place', 'second_attempt', 3, 0.3333],
      ['place', 'later_attempt', 2, 1],
    ]);
  });

  it('are told by a first word that is frequent, what helped least first', () => {
    expect(rows.slice(7)).toEqual([
      ['word', 'restarted', 3, 0],
      ['word', 'rebuilt', 3, 0.6667],
    ]);
  });

  it('count an outcome that nobody wrote down as not known', () => {
    const restarted = attemptKinds(site, now).rows.find(({ kind }) => kind === 'restarted');
    expect(restarted).toEqual({
      ...{ by: 'word', kind: 'restarted', attempts: 3, fixed: 0, partly: 0 },
      ...{ no_effect: 1, worse: 1, unknown: 1, helped: 0 },
    });
  });
});

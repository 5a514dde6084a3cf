import { describe, expect, it } from 'vitest';
import { candidates } from '#derive/candidates.ts';
import { confidence } from '#derive/confidence.ts';
import { leftovers } from '#derive/leftovers.ts';
import { tell } from '#derive/tell.ts';
import { toil } from '#derive/toil.ts';
import { attempt, incidentOf, siteOf } from '../incident-of.ts';
import { articleText, recordOf, type WritableFields } from '../records.ts';

const now = Date.parse('2026-06-01T00:00Z');

describe('leftovers', () => {
  const of = (...attempts: ReturnType<typeof attempt>[]) =>
    leftovers(siteOf([['2026-03-14-a', { attempts }]]), now);

  it('are what is left in place and neither fixed nor helped', () => {
    const found = of(
      attempt('no_effect', 'left_in_place'),
      attempt('worse', 'left_in_place'),
      attempt('unknown', 'left_in_place'),
      { action: 'Says nothing of its outcome', afterwards: 'left_in_place' },
      attempt('partly', 'left_in_place'),
      attempt('partly', 'left_in_place'),
      attempt('fixed', 'left_in_place'),
    );
    expect(found.map((one) => one.attempt)).toEqual([0, 1, 2, 3]);
  });

  it('are none where nothing was tried, was taken back, or nobody knows', () => {
    expect(of()).toEqual([]);
    expect(of(attempt('no_effect', 'reverted'), attempt('worse', 'unknown'))).toEqual([]);
  });

  it('are as old as their attempt, in whole days, the oldest first; unknown ages last', () => {
    const left = (at?: string) => attempt('no_effect', 'left_in_place', at ? { at } : {});
    const found = of(left(), left('2026-05-30T02:00:01+02:00'), left('2026-03-29'));
    expect(found.map(({ attempt: index, age }) => [index, age])).toEqual([
      [2, 64],
      [1, 1],
      [0, undefined],
    ]);
  });

  it('have no age yet where their day has not come', () => {
    const later = attempt('no_effect', 'left_in_place', { at: '2026-06-02' });
    expect(of(later)).toMatchObject([{ since: '2026-06-02', age: undefined }]);
  });
});

describe('confidence', () => {
  const of = (fields: WritableFields) => confidence(incidentOf(fields));
  const alone = [attempt('fixed', 'no_change')];
  const after = [attempt('no_effect', 'left_in_place'), attempt('fixed', 'no_change')];

  it('is unknown without an effective fix', () => {
    expect(of({})).toBeUndefined();
    expect(of({ resolution: 'went_away', attempts: [attempt('no_effect', 'reverted')] })).toBe(
      undefined,
    );
  });

  const cases: { level: string; fields: WritableFields; reasons: string[] }[] = [
    {
      level: 'high',
      fields: { attempts: alone, fix: verifiedBy('customer') },
      reasons: ['proven_alone', 'verified_outside'],
    },
    {
      level: 'high',
      fields: { attempts: alone, fix: verifiedBy('monitoring') },
      reasons: ['proven_alone', 'verified_outside'],
    },
    {
      level: 'high',
      fields: { attempts: after, fix: verifiedBy(), seen_again: again(true) },
      reasons: ['worked_again', 'may_need_more', 'not_verified'],
    },
    {
      level: 'medium',
      fields: { attempts: alone, fix: verifiedBy('staff') },
      reasons: ['proven_alone', 'verified_by_staff'],
    },
    {
      level: 'medium',
      fields: { attempts: after, fix: verifiedBy('customer') },
      reasons: ['may_need_more', 'verified_outside'],
    },
    {
      level: 'medium',
      fields: { attempts: alone, fix: verifiedBy(), seen_again: [{ at: '2026-05-01' }] },
      reasons: ['proven_alone', 'not_verified'],
    },
    {
      level: 'low',
      fields: { attempts: alone, fix: verifiedBy(), seen_again: again(true, false) },
      reasons: ['failed_again', 'worked_again', 'proven_alone', 'not_verified'],
    },
  ];

  it.each(cases)('is $level where $reasons', ({ level, fields, reasons }) => {
    expect(of(fields)).toEqual({ level, reasons });
  });

  function verifiedBy(verified_by?: string): WritableFields {
    return { customer_solvable: false, verified_by };
  }

  function again(...worked: boolean[]): WritableFields[] {
    return worked.map((fix_worked) => ({ at: '2026-05-01', fix_worked }));
  }
});

describe('candidates', () => {
  const solvable = {
    status: 'resolved',
    attempts: [attempt('fixed', 'no_change')],
    fix: { customer_solvable: true },
  };
  const again = (count: number) => Array.from({ length: count }, () => ({ at: '2026-05-01' }));

  it('are resolved, solvable by customers and without an article, most seen first', () => {
    const site = siteOf(
      [
        ['a', { ...solvable, effort: '2h' }],
        ['b', { ...solvable, seen_again: again(2) }],
        ['c', { ...solvable, seen_again: again(1) }],
        ['d', { duplicate_of: 'c', status: 'resolved', resolution: 'duplicate' }],
        ['e', solvable],
        ['f', { ...solvable, status: 'open' }],
        ['g', { ...solvable, fix: { customer_solvable: false } }],
        ['h', solvable],
      ],
      [recordOf('article', 'kb/h.md', articleText({ sources: ['h'], state: 'draft' }))],
    );
    expect(candidates(site)).toEqual([
      { incident: 'b', seen: 3, effort: undefined },
      { incident: 'c', seen: 3, effort: undefined },
      { incident: 'a', seen: 1, effort: 120 },
      { incident: 'e', seen: 1, effort: undefined },
    ]);
  });
});

describe('tell', () => {
  const over = { status: 'resolved', resolution: 'went_away' };

  it('is everybody who reported it, through chains of duplicates, each once', () => {
    const site = siteOf([
      [
        'a',
        { ...over, tickets: ['T-1', 'T-2'], seen_again: [{ at: '2026-05-01', ticket: 'T-3' }] },
      ],
      ['b', { ...over, tickets: ['T-2', 'T-4'], duplicate_of: 'a' }],
      ['c', { ...over, tickets: ['T-5'], duplicate_of: 'b' }],
    ]);
    const [a, b] = ['a', 'b'].map((id) => site.incidents.find((one) => one.id === id)!);
    expect(tell(site, a!)?.tickets).toEqual(['T-1', 'T-2', 'T-3', 'T-4', 'T-5']);
    expect(tell(site, b!)).toBeUndefined();
  });

  it('is nobody while it goes on, or where no ticket is known', () => {
    for (const fields of [{ tickets: ['T-1'] }, { status: 'mitigated', tickets: ['T-1'] }, over]) {
      const site = siteOf([['a', fields]]);
      expect(tell(site, site.incidents[0]!)).toBeUndefined();
    }
  });

  it('comes to an end where duplicates lead in a circle', () => {
    const site = siteOf([
      ['a', { ...over, duplicate_of: 'c' }],
      ['b', { ...over, duplicate_of: 'a' }],
      ['c', { ...over, duplicate_of: 'b' }],
      ['d', { ...over, tickets: ['T-1'] }],
    ]);
    for (const incident of site.incidents)
      tell(site, { ...incident, fields: { ...incident.fields, duplicate_of: undefined } });
    expect(
      tell(
        site,
        site.incidents.find(({ id }) => id === 'd')!,
      )?.tickets,
    ).toEqual(['T-1']);
  });
});

describe('toil', () => {
  it('is summed by product, most minutes first, with what is unknown said', () => {
    const steps = (...minutes: (number | undefined)[]) => ({
      manual_steps: minutes.map((one) => ({ what: 'Copied it', minutes: one })),
    });
    const site = siteOf([
      ['c', { product: 'transfer', ...steps(20, 25) }],
      ['b', steps(10, undefined)],
      ['a', steps(5)],
      ['d', {}],
    ] as [string, WritableFields][]);
    expect(toil(site)).toEqual([
      { product: 'transfer', steps: 2, minutes: 45, unknown: 0, incidents: ['c'] },
      { product: 'portal', steps: 3, minutes: 15, unknown: 1, incidents: ['a', 'b'] },
    ]);
  });
});

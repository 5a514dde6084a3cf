import { describe, expect, it } from 'vitest';
import { allRegisterPages, registers } from '#views/internal/registers/index.ts';
import { homePage } from '#views/internal/home-page.ts';
import { attempt, siteOf } from '../incident-of.ts';
import type { WritableFields } from '../records.ts';

/* Tests ask on 1 June 2026, see memory-knowledge-base.ts. */

const resolved = { status: 'resolved', resolved: '2026-03-15', cause: 'A full disk', side: 'ours' };
const promise = (due: string, more = {}) => ({ to: 'customer', what: 'A call', due, ...more });

function register(path: string, site: Parameters<typeof homePage>[0]) {
  const found = registers.map((one) => one(site)).find((one) => one.path === path);
  return Object.fromEntries(found!.groups.map(({ title, rows }) => [title, rows]));
}

describe('an empty knowledge base', () => {
  it('has every register, and each says that nothing is in it', () => {
    const pages = allRegisterPages(siteOf([]));
    expect(pages.map(({ params }) => params['register'])).toEqual([
      ...[
        'promises',
        'leftovers',
        'look-alikes',
        'known-issues',
        'candidates',
        'toil',
        'to-complete',
      ],
    ]);
    for (const { model } of pages) expect(model).toMatchObject({ count: 0, groups: [] });
  });

  it('needs nobody today', () => {
    const page = homePage(siteOf([]));
    expect(page).toMatchObject({ openCount: 0, lists: [], latest: [] });
    expect([page.calm, page.rest]).toEqual([
      expect.stringContaining('fixlore new incident'),
      undefined,
    ]);
    const { calm, rest } = homePage(siteOf([['a', resolved]]));
    expect([calm, rest]).toEqual(['Nothing is open.', 'Nothing else needs anybody today.']);
  });
});

describe('promises', () => {
  const site = siteOf([
    ['2026-05-01-a', { promises: [promise('2026-05-30'), promise('2026-05-02')] }],
    [
      '2026-05-02-b',
      { promises: [promise('2026-06-02'), promise('2026-05-03', { kept: '2026-05-09' })] },
    ],
    ['2026-05-03-c', { handoffs: [{ to: 'Vendor', ref: 'V-1', sent: '2026-05-03' }] }],
    ['2026-05-04-d', { promises: [promise('2026-05-05')], imported: { from: 'cstate', id: 'd' } }],
  ]);

  it('stand overdue first, the oldest first, with what was imported left out', () => {
    const groups = register('promises/', site);
    expect(groups['Overdue']?.map(({ notes, due }) => [...notes, due?.iso])).toEqual([
      ['to customer', 'overdue for 29 days', '2026-05-02'],
      ['to customer', 'overdue for 1 day', '2026-05-30'],
    ]);
    expect(groups['Due']?.map(({ due }) => due?.iso)).toEqual(['2026-06-02']);
    expect(groups['Without a day']?.map(({ text, notes }) => [text, ...notes])).toEqual([
      ['Their reference: V-1', 'with Vendor'],
    ]);
  });

  it('say on the first day whether it was today or yesterday', () => {
    const { now } = site;
    const at = (hours: number) => new Date(now - hours * 3_600_000).toISOString();
    const notes = (due: string) =>
      register('promises/', siteOf([['2026-05-01-a', { promises: [promise(due)] }]]))[
        'Overdue'
      ]?.flatMap((row) => row.notes);
    expect(notes(at(1))).toEqual(['to customer', 'overdue since today']);
    expect(notes(at(23))).toEqual(['to customer', 'overdue since yesterday']);
    expect(notes('2026-05-31')).toEqual(['to customer', 'overdue since today']);
  });

  it('that were imported are not called done', () => {
    const imported = { from: 'cstate', id: 'd' };
    const leadOf = (fields: WritableFields) => {
      const all = registers.map((one) => one(siteOf([['2026-05-04-d', fields]])));
      const { lead, empty } = all.find(({ path }) => path === 'promises/')!;
      return [lead.includes('nobody knows whether'), empty];
    };
    const put = { follow_ups: [{ what: 'An alert' }] };
    expect(leadOf({ ...put, imported })).toEqual([
      true,
      'Nothing else is promised, handed over or put off.',
    ]);
    expect(leadOf({ imported })).toEqual([
      false,
      'Nothing is promised, handed over or put off. Everything that was, is done.',
    ]);
  });

  it('are on the page of today, with those to whom nobody promised anything', () => {
    const { lists } = homePage(site);
    expect(lists.map(({ title, count }) => [title, count])).toEqual([
      ['Nobody was told when to hear next', 2],
      ['Overdue', 2],
      ['Due next', 1],
      ['Promised or handed over without a day', 1],
    ]);
  });
});

describe('leftovers', () => {
  const left = (at?: string) => attempt('no_effect', 'left_in_place', at ? { at } : {});
  const site = siteOf([
    ['2026-03-14-open', { attempts: [left('2026-05-31'), left()] }],
    [
      '2026-03-15-proven',
      {
        ...resolved,
        component: 'login',
        attempts: [left('2026-03-15'), attempt('fixed', 'no_change')],
        fix: { customer_solvable: false, isolated: true, isolated_how: 'Tried alone' },
      },
    ],
    [
      '2026-03-16-unproven',
      { ...resolved, attempts: [left('2026-03-16'), attempt('fixed', 'no_change')] },
    ],
  ]);

  it('stand by product and component, with their age and whether they can go', () => {
    const groups = register('leftovers/', site);
    expect(Object.keys(groups)).toEqual(['Claims portal', 'Claims portal › Login']);
    const told = Object.values(groups)
      .flat()
      .map(({ tags, notes }) => [tags.at(-1)?.text, ...notes]);
    expect(told).toEqual([
      ['May be part of the fix', 'in place for 77 days'],
      ['There is no fix yet', 'in place for 1 day'],
      ['There is no fix yet', 'nobody wrote down since when'],
      ['Can be retired', 'in place for 78 days'],
    ]);
  });

  it('are told today once they are a month old, each at its attempt', () => {
    const old = homePage(site).lists.find(({ title }) => title.startsWith('Left in place'));
    expect(old?.rows.map(({ href }) => href)).toEqual([
      '/incidents/2026-03-15-proven/#attempt-1',
      '/incidents/2026-03-16-unproven/#attempt-1',
    ]);
  });
});

describe('the others', () => {
  it('show who could become self-help, how often seen and what it cost', () => {
    const site = siteOf([
      [
        '2026-03-14-a',
        {
          ...resolved,
          attempts: [attempt('fixed', 'no_change')],
          fix: { customer_solvable: true },
          seen_again: [{ at: '2026-03-20' }],
          effort: '45m',
        },
      ],
    ]);
    expect(register('candidates/', site)['To be promoted']?.[0]?.notes).toEqual([
      ...['Claims portal', 'seen 2 times', '45 min of work'],
    ]);
  });

  it('name what an imported record lacks', () => {
    const site = siteOf([
      ['2026-03-14-a', { status: 'resolved', imported: { from: 'cstate', id: 'a' } }],
    ]);
    const [row] = register('to-complete/', site)['Imported, with holes']!;
    expect(row?.text).toMatch(/^Missing: .*cause.*the effective fix/);
  });

  it('cut a long register into pages that carry their group on', () => {
    const many = Array.from({ length: 205 }, (_, index) => [
      `i${String(index).padStart(3, '0')}`,
      { promises: [promise('2026-05-02')] },
    ]) as [string, WritableFields][];
    const pages = allRegisterPages(siteOf(many)).filter(
      ({ params }) => params['register'] === 'promises',
    );
    expect(pages.map(({ params, model }) => [params['page'], model.groups.length])).toEqual([
      [undefined, 1],
      ['page/2', 1],
      ['page/3', 1],
    ]);
    expect(pages[2]?.model).toMatchObject({ count: 205, pages: { number: 3, count: 3 } });
  });
});

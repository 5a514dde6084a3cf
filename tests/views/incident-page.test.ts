import { describe, expect, it } from 'vitest';
import { bodyHtml } from '#markdown/html.ts';
import { emptyOutline } from '#markdown/outline.ts';
import { markdownTree } from '#markdown/tree.ts';
import { incidentPages, type IncidentPage } from '#views/internal/incident-page.ts';
import type { Site } from '#model/site.ts';
import { attempt, siteOf } from '../incident-of.ts';
import type { WritableFields } from '../records.ts';

/* Tests ask on 1 June 2026, see memory-knowledge-base.ts. */

const page = (site: Site, id = '2026-03-14-a'): IncidentPage =>
  incidentPages(site).find(({ params }) => params['id'] === id)!.model;
const pageOf = (fields: WritableFields): IncidentPage =>
  page(siteOf([['2026-03-14-a', { opened: '2026-03-14T09:10:00+01:00', ...fields }]]));

const resolved = {
  status: 'resolved',
  resolved: '2026-03-14T11:45:00+01:00',
  cause: 'unknown',
  side: 'ours',
};

describe('the page of an incident', () => {
  it('of which almost nothing is known says what is not', () => {
    const model = pageOf({});
    expect(model.glance).toEqual([
      { label: 'What fixed it', text: 'The record names no attempts.' },
      {
        label: 'Promised',
        text: 'Nobody was told when to hear next.',
        tag: { text: 'Say when', tone: 'warn' },
      },
    ]);
    expect(model).toMatchObject({
      situation: { quotes: ['I see a white page'], errors: [], environment: [] },
      ledger: { attempts: [], ending: 'The record names no attempts.' },
      commitments: { promises: [], handoffs: [], followUps: [] },
      evidence: [],
      lookAlikes: [],
      related: [],
    });
    expect(model.situation.changes).toBeUndefined();
    expect(model.workaround).toBeUndefined();
    expect([model.timeline, model.narrative, model.narrativeTitle]).toEqual([[], '', undefined]);
  });

  it('heads a text that has no heading of its own', () => {
    const titleOf = (text: string) => {
      const site = siteOf([['2026-03-14-a', {}]]);
      const parsed = markdownTree(text);
      if (!('tree' in parsed)) throw new Error('too deep');
      const body = { outline: emptyOutline, html: bodyHtml(parsed.tree) };
      return page({ ...site, bodies: new Map([[site.incidents[0]!.file, body]]) }).narrativeTitle;
    };
    expect(titleOf('It began at noon.')).toBe('The whole story');
    expect(titleOf('## What happened')).toBeUndefined();
  });

  it('tells in short what fixed it, what helps, and what is promised next', () => {
    const model = pageOf({
      status: 'mitigated',
      attempts: [attempt('no_effect', 'reverted'), attempt('fixed', 'no_change')],
      fix: { customer_solvable: false, verified_by: 'monitoring' },
      workaround: { summary: 'Reload the page', until: '2026-06-30', customer_solvable: true },
      promises: [
        { to: 'customer', what: 'A call', due: '2026-03-14', kept: '2026-03-14' },
        { to: 'customer', what: 'The cause', due: '2026-05-31' },
        { to: 'customer', what: 'A repair', due: '2026-06-02' },
      ],
    });
    expect(
      model.glance.map(({ label, text, href, limit, tag }) => [
        label,
        text,
        href,
        limit && `${limit.word} ${limit.time.text}`,
        tag?.text,
      ]),
    ).toEqual([
      ['What fixed it', 'Tried fixed', '#attempt-2', undefined, 'High trust'],
      ['Workaround', 'Reload the page', undefined, 'until 30 Jun 2026', undefined],
      ['Promised', 'The cause', undefined, 'by 31 May 2026', 'Overdue'],
      ['Promised', 'A repair', undefined, 'by 2 Jun 2026', 'To be kept'],
    ]);
    expect(model.workaround?.who).toBe('customers can do it alone');
  });

  it('says that a workaround was meant for a time that is over', () => {
    const workaround = { summary: 'Reload', until: '2026-05-31' };
    expect(pageOf({ workaround }).workaround?.limit?.word).toBe('was meant until');
    expect(
      pageOf({ workaround: { ...workaround, until: '2026-06-01' } }).workaround?.limit?.word,
    ).toBe('until');
  });

  it('says how it went away', () => {
    const model = pageOf({ ...resolved, resolution: 'went_away' });
    expect(model.glance[0]?.text).toBe('It went away without a fix.');
    expect(model.ledger.ending).toBe('It went away without a fix.');
  });
});

describe('the timeline', () => {
  it('tells which attempts turned things, and which were only tried', () => {
    const at = (hour: number) => ({ at: `2026-03-14T${hour}:00:00Z` });
    const { timeline } = pageOf({
      opened: '2026-03-14T09:00:00Z',
      attempts: [
        attempt('no_effect', 'reverted', at(10)),
        attempt('worse', 'reverted', at(11)),
        attempt('partly', 'left_in_place', at(12)),
        attempt('fixed', 'no_change', at(13)),
        { action: 'Waited', ...at(14) },
      ],
    });
    expect(timeline.map(({ label }) => label)).toEqual([
      ...['Opened', 'Tried', 'Made it worse', 'Helped in part', 'Fixed it', 'Tried'],
    ]);
  });
});

describe('what had changed', () => {
  const distances = (...at: (string | undefined)[]) =>
    pageOf({
      recent_changes: at.map((one) => (one ? { at: one, what: one } : { what: 'Something' })),
    }).situation.changes?.changes.map(({ what, distance, isAfter }) => [what, distance, isAfter]);

  it('stands in the order of time, with how far it was from the failure', () => {
    expect(
      distances(
        undefined,
        '2026-03-13',
        '2026-03-14',
        '2026-03-14T09:10:00+01:00',
        '2026-03-12T02:00:00+01:00',
        '2026-03-14T09:40:00+01:00',
        '2026-03-15',
        '2026-01-01',
      ),
    ).toEqual([
      ['2026-01-01', '72 days before', false],
      ['2026-03-12T02:00:00+01:00', '2 days 7 h before', false],
      ['2026-03-13', 'the day before', false],
      ['2026-03-14', 'on the same day', false],
      ['2026-03-14T09:10:00+01:00', 'at the same minute', false],
      ['2026-03-14T09:40:00+01:00', '30 min after', true],
      ['2026-03-15', 'the day after', true],
      ['Something', 'when is not known', false],
    ]);
  });
});

describe('promises, hand-offs and follow-ups', () => {
  const all = {
    promises: [
      { to: 'customer', what: 'A', due: '2026-03-15', kept: '2026-03-15' },
      { to: 'customer', what: 'B', due: '2026-03-15', kept: '2026-03-16' },
      { to: 'customer', what: 'C', due: '2026-05-31' },
      { to: 'customer', what: 'D', due: '2026-06-01' },
    ],
    handoffs: [
      { to: 'Vendor', sent: '2026-03-15' },
      { to: 'Vendor', sent: '2026-03-15', due: '2026-03-16' },
    ],
    follow_ups: [
      { what: 'E', url: 'https://git.example/1' },
      { what: 'F', due: '2026-03-16' },
    ],
  };
  const standings = (fields: WritableFields) =>
    Object.values(pageOf(fields).commitments).map((items: { tag: { text: string } }[]) =>
      items.map(({ tag }) => tag.text),
    );

  it('say how they stand', () => {
    expect(standings(all)).toEqual([
      ['Kept', 'Kept late', 'Overdue', 'To be kept'],
      ['No answer, no day', 'Answer overdue'],
      ['To do, without a day', 'Overdue'],
    ]);
  });

  it('of imported records are nobody’s debt', () => {
    const [promises, handoffs, followUps] = standings({
      ...all,
      imported: { from: 'cstate', id: 'a' },
    });
    expect(promises).toEqual([
      ...['Kept', 'Kept late', 'Not known whether it was kept', 'Not known whether it was kept'],
    ]);
    expect([...handoffs!, ...followUps!].every((text) => text.startsWith('Not known'))).toBe(true);
  });
});

describe('look-alikes', () => {
  const looks = {
    symptoms: ['the spinning wheel never stops on the receipt'],
    ...resolved,
  };
  const fixedBy = (action: string) => ({ attempts: [attempt('fixed', 'no_change', { action })] });
  const site = (unlike?: { incident: string; tell_apart: string }[]) =>
    siteOf([
      ['2026-03-14-a', { ...looks, ...fixedBy('Restarted printing'), unlike }],
      ['2026-03-14-b', { ...looks, ...fixedBy('Deleted cookies') }],
    ]);

  it('are named on both pages, with what fixed the other one, when nobody told them apart', () => {
    const nobody =
      'Nobody has said yet how to tell them apart. The symptoms match, the fixes differ.';
    expect(page(site()).lookAlikes).toMatchObject([
      { told: 'nowhere', text: nobody, fix: 'What fixed it there: “Deleted cookies”' },
    ]);
    expect(page(site(), '2026-03-14-b').lookAlikes).toMatchObject([
      {
        href: '/incidents/2026-03-14-a/',
        told: 'nowhere',
        fix: 'What fixed it there: “Restarted printing”',
      },
    ]);
    expect(page(site()).related).toEqual([]);
  });

  it('say on both pages how to tell them apart, and where that is written', () => {
    const told = site([{ incident: '2026-03-14-b', tell_apart: 'Here the lamp is red' }]);
    expect(page(told).lookAlikes).toMatchObject([{ told: 'here', text: 'Here the lamp is red' }]);
    expect(page(told, '2026-03-14-b').lookAlikes).toMatchObject([
      { told: 'there', text: 'Here the lamp is red' },
    ]);
  });
});

import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { icalendar } from '#export/icalendar.ts';
import type { Site } from '#model/site.ts';
import { dueCalendar } from '#views/internal/calendar.ts';
import { siteOf } from '../incident-of.ts';
import { articleText, recordOf, type WritableFields } from '../records.ts';

/* Tests ask on 1 June 2026 at 02:00 in Vienna, see memory-knowledge-base.ts. */

const promise = (due: string, more = {}) => ({ to: 'Dana', what: 'A call', due, ...more });
const article = (id: string, fields: WritableFields) =>
  recordOf('article', `kb/${id}.md`, articleText(fields));
const told = (site: Site) => dueCalendar(site).events.map(({ summary, at }) => [summary, at]);

describe('the calendar of what is due', () => {
  it('has promises, hand-offs and follow-ups that are not done, late ones included', () => {
    const site = siteOf([
      [
        '2026-05-01-a',
        {
          title: 'White page',
          promises: [promise('2026-06-02'), promise('2026-05-02', { kept: '2026-05-02' })],
          handoffs: [
            { to: 'Vendor', ref: 'V-1', sent: '2026-05-03', due: '2026-05-10' },
            { to: 'Network', sent: '2026-05-03' },
            { to: 'Vendor', sent: '2026-05-03', due: '2026-05-04', returned: '2026-05-04' },
          ],
          follow_ups: [
            { what: 'Show a hint', owner: 'web-team', due: '2026-07-01' },
            { what: 'Clean up', due: '2026-07-02' },
            { what: 'Someday' },
          ],
        },
      ],
    ]);
    expect(told(site)).toEqual([
      ['Promised to Dana: A call', '2026-06-02'],
      ['Answer due from Vendor (V-1)', '2026-05-10'],
      ['To do (web-team): Show a hint', '2026-07-01'],
      ['To do: Clean up', '2026-07-02'],
    ]);
    expect(dueCalendar(site).events[0]).toMatchObject({
      description: 'White page',
      category: 'Promise',
      href: undefined,
    });
  });

  it('has the next review of each article that somebody relies on', () => {
    const site = siteOf(
      [],
      [
        article('a', { title: 'A', reviewed: '2026-05-01', review_every: '30d' }),
        article('b', { title: 'B' }),
        article('c', { title: 'C', state: 'draft' }),
        article('d', { title: 'D', state: 'archived', reviewed: '2020-01-01' }),
      ],
    );
    expect(told(site)).toEqual([
      ['Review: A', '2026-05-31'],
      ['Review: B', '2026-06-01'],
    ]);
    expect(dueCalendar(site).events.map(({ description }) => description)).toEqual([
      ...['Last reviewed on 2026-05-01', 'Never reviewed'],
    ]);
  });

  it('leaves out what was promised in imported records', () => {
    const imported = { from: 'cstate', id: 'a' };
    expect(told(siteOf([['a', { imported, promises: [promise('2026-06-02')] }]]))).toEqual([]);
  });

  it('names each thing by its place in its record, whatever else changes', () => {
    const ids = (fields: WritableFields) =>
      dueCalendar(siteOf([['2026-05-01-a', fields]])).events.map(({ id }) => id);
    expect(ids({ promises: [promise('2026-06-02'), promise('2026-06-03')] })).toEqual([
      ...['2026-05-01-a.promise.1@Acme', '2026-05-01-a.promise.2@Acme'],
    ]);
    const later = [promise('2026-06-02', { kept: '2026-06-01' }), promise('2026-06-09')];
    expect(ids({ title: 'New words', promises: later })).toEqual(['2026-05-01-a.promise.2@Acme']);
  });

  it.each([
    ['an offset', '2026-07-15T09:00:00-05:00', '2026-07-15T14:00:00Z'],
    ['the zone in winter', '2026-12-15T09:00', '2026-12-15T08:00:00Z'],
    ['the zone in summer', '2026-07-15T09:00', '2026-07-15T07:00:00Z'],
    ['an hour that comes twice: the first', '2026-10-25T02:30', '2026-10-25T00:30:00Z'],
    ['a day', '2026-10-25', '2026-10-25'],
  ])('tells the time of a calendar: %s', (_, due, expected) => {
    const text = icalendar(dueCalendar(siteOf([['a', { promises: [promise(due)] }]])));
    const component = new ICAL.Component(ICAL.parse(text) as unknown[]);
    const [event] = component.getAllSubcomponents('vevent');
    expect(new ICAL.Event(event).startDate.toString()).toBe(expected);
  });

  it('is the same on the whole day', () => {
    const site = siteOf([['a', { promises: [promise('2026-06-02')] }]], [article('b', {})]);
    const text = icalendar(dueCalendar(site));
    expect(icalendar(dueCalendar({ ...site, now: site.now + 79_199_999 }))).toBe(text);
    expect(text).toContain('DTSTAMP:20260531T220000Z');
    expect(icalendar(dueCalendar({ ...site, now: site.now + 79_200_000 }))).not.toBe(text);
  });
});

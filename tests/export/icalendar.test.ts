import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { icalendar } from '#export/icalendar.ts';
import type { Calendar, CalendarEvent } from '#views/calendar.ts';

/* Read back by a parser that did not write it. */

const event: CalendarEvent = {
  id: '2026-03-14-a.promise.1@Acme',
  summary: 'Promised to customer: A call',
  description: 'The login page stays white',
  category: 'Promise',
  href: 'https://kb.example/incidents/2026-03-14-a/',
  at: '2026-03-15',
};

const calendar = (...events: Partial<CalendarEvent>[]): Calendar => ({
  name: 'Acme: due',
  stamp: Date.UTC(2026, 2, 13, 23),
  events: events.map((given) => ({ ...event, ...given })),
});

function parsed(given: Calendar) {
  const component = new ICAL.Component(ICAL.parse(icalendar(given)) as unknown[]);
  const events = component.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  return { component, events };
}

it('says all that the calendar says', () => {
  const { component, events } = parsed(calendar({}));
  const valueOf = (name: string) => component.getFirstPropertyValue(name);
  expect([component.name, valueOf('version'), valueOf('x-wr-calname')]).toEqual([
    ...['vcalendar', '2.0', 'Acme: due'],
  ]);
  const [read] = events;
  expect(read).toMatchObject({
    uid: '2026-03-14-a.promise.1@Acme',
    summary: 'Promised to customer: A call',
    description: 'The login page stays white',
  });
  const property = (name: string) => String(read?.component.getFirstPropertyValue(name));
  expect(['dtstamp', 'categories', 'transp', 'url'].map(property)).toEqual([
    '2026-03-13T23:00:00Z',
    'Promise',
    'TRANSPARENT',
    'https://kb.example/incidents/2026-03-14-a/',
  ]);
});

it('a day is a day, an instant is one in every zone', () => {
  const { events } = parsed(calendar({}, { at: Date.UTC(2026, 2, 15, 7, 30, 5) }));
  const [day, instant] = events.map(({ startDate }) => startDate);
  expect([day?.isDate, day?.toString()]).toEqual([true, '2026-03-15']);
  expect([instant?.isDate, instant?.zone?.tzid, instant?.toString()]).toEqual([
    ...[false, 'UTC', '2026-03-15T07:30:05Z'],
  ]);
});

it('has no address where the address of the site is not known', () => {
  const { events } = parsed(calendar({ href: undefined }));
  expect(events[0]?.component.hasProperty('url')).toBe(false);
});

it('is a calendar with a component, as the format asks, and no event when nothing is due', () => {
  const { component, events } = parsed(calendar());
  expect(events).toEqual([]);
  const [only, ...others] = component.getAllSubcomponents();
  expect([only?.name, others]).toEqual(['vtimezone', []]);
  expect(new ICAL.Timezone(only!).tzid).toBe('UTC');
});

describe('whatever a record says', () => {
  it.each([
    String.raw`comma, semicolon; colon: "quote" back\slash \n no line end \\`,
    'BEGIN:VEVENT',
    'two\nlines\n\nEND:VEVENT\nX-ATTACK:1',
    `long words ${'Donaudampfschiff'.repeat(40)}`,
    `Emoji ${'👩‍👩‍👧'.repeat(40)} ${'شاشة بيضاء '.repeat(30)}`,
    ` leading and trailing ${' '.repeat(200)}`,
  ])('%s is read as the same characters', (text) => {
    const { component, events } = parsed(calendar({ summary: text, description: text }));
    expect(component.getAllSubcomponents()).toHaveLength(1);
    expect(events[0]).toMatchObject({ summary: text, description: text });
  });

  it('line ends of all kinds are line ends; what has no form there becomes U+FFFD', () => {
    const { events } = parsed(calendar({ summary: 'a\r\nb\rc\u0000\u001B\uD83D\u007F' }));
    expect(events[0]?.summary).toBe(`a\nb\nc${'\uFFFD'.repeat(4)}`);
  });

  it('every line ends in CRLF and has 75 octets at most, and no character is cut', () => {
    const text = `${'ä'.repeat(100)}${'漢'.repeat(100)}${'👍'.repeat(100)}${'x'.repeat(300)}`;
    const written = icalendar(calendar({ summary: text, id: `${text}@Acme` }));
    expect(written.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(written.endsWith('\r\n')).toBe(true);
    const lines = written.split('\r\n');
    const octets = lines.map((line) => Buffer.byteLength(line));
    expect(Math.max(...octets)).toBe(75);
    for (const line of lines) expect(line).not.toMatch(/\p{Cs}/u);
  });
});

import type { Calendar, CalendarEvent } from '#views/calendar.ts';

/** A calendar in the iCalendar format, RFC 5545. The same calendar gives the same bytes. */
export function icalendar({ name, stamp, events }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//fixlore//fixlore//EN',
    `NAME:${icalText(name)}`,
    `X-WR-CALNAME:${icalText(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    ...(events.length > 0
      ? events.flatMap((event) => eventLines(event, instant(stamp)))
      : emptyCalendar),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/**
 * A calendar has to have at least one component. Where nothing is due that is a time zone which nothing names:
 * without the file, those who have subscribed to it would be shown an error.
 */
const emptyCalendar = [
  'BEGIN:VTIMEZONE',
  'TZID:UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
];

/** Nobody is busy because something is due, so events are transparent. */
function eventLines(
  { id, summary, description, category, href, at }: CalendarEvent,
  stamp: string,
) {
  return [
    'BEGIN:VEVENT',
    `UID:${icalText(id)}`,
    `DTSTAMP:${stamp}`,
    typeof at === 'string'
      ? `DTSTART;VALUE=DATE:${at.replaceAll('-', '')}`
      : `DTSTART:${instant(at)}`,
    `SUMMARY:${icalText(summary)}`,
    `DESCRIPTION:${icalText(description)}`,
    `CATEGORIES:${icalText(category)}`,
    ...(href ? [`URL:${href}`] : []),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** "20260314T081000Z" */
function instant(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/** Text as it stands in a value; control characters, for which there is no way, become U+FFFD. */
function icalText(text: string): string {
  return text
    .replaceAll(/\r\n?|\n/g, '\n')
    .replaceAll(controls, '\uFFFD')
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`);
}

// oxlint-disable-next-line no-control-regex -- these are what is looked for
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\p{Cs}]/gu;

const longest = 75;

/** Cuts a line that is longer than 75 octets between two characters; what follows begins with a space. */
function folded(line: string): string {
  let written = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > longest) {
      written += '\r\n ';
      octets = 1;
    }
    written += character;
    octets += size;
  }
  return written;
}

/** In UTF-8. */
function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}

import { describe, expect, it } from 'vitest';
import { durationText, timeText, workText } from '#views/time-text.ts';

const vienna = { timezone: 'Europe/Vienna', language: 'en' };

describe('timeText', () => {
  it('tells instants in the zone of the knowledge base, and keeps what was written', () => {
    expect(timeText('2026-03-14T23:30:00Z', vienna)).toEqual({
      text: '15 Mar 2026, 00:30',
      iso: '2026-03-14T23:30:00Z',
    });
    expect(timeText('2026-07-01T09:00:00', vienna).text).toBe('1 Jul 2026, 09:00');
  });

  it('adds no time to a day', () => {
    expect(timeText('2026-03-14', vienna)).toEqual({ text: '14 Mar 2026', iso: '2026-03-14' });
  });
});

describe('workText', () => {
  it.each([
    [0, '0 min'],
    [40, '40 min'],
    [60, '1 h'],
    [27.5, '27.5 min'],
    [2310, '38 h 30 min'],
  ])('%f minutes: %s', (minutes, text) => expect(workText(minutes)).toBe(text));
});

describe('durationText', () => {
  it.each([
    [0, '0 min'],
    [40, '40 min'],
    [60, '1 h'],
    [155, '2 h 35 min'],
    [1440, '1 day'],
    [4560, '3 days 4 h'],
    [4590, '3 days 4 h'],
  ])('%i minutes: %s', (minutes, text) => expect(durationText(minutes)).toBe(text));
});

import { describe, expect, it } from 'vitest';
import {
  answered,
  answerIn,
  begunAgain,
  isMissed,
  isNothing,
  nothing,
} from '#site/client/training/progress.ts';

const monday = new Date(2026, 2, 9, 10);
const tuesday = new Date(2026, 2, 10, 9);
const right = { chose: 'Looked at the log', kind: 'right' } as const;
const wrong = { chose: 'Restarted it', kind: 'elsewhere' } as const;

describe('an answer', () => {
  it('is kept with its words and its instant, and comes back if it was missed', () => {
    const once = answered(nothing, 'a', right, monday);
    const twice = answered(once, 'b', wrong, monday);
    expect([...twice.answers]).toEqual([
      ['a', { ...right, at: monday.toISOString() }],
      ['b', { ...wrong, at: monday.toISOString(), again: { level: 0, due: '2026-03-10' } }],
    ]);
    expect(nothing.answers.size).toBe(0);
  });

  it('was not missed if it was done, if only later', () => {
    const kinds = ['right', 'later', 'again', 'elsewhere', 'other'] as const;
    expect(kinds.filter((kind) => isMissed({ kind }))).toEqual(['again', 'elsewhere', 'other']);
    expect(
      answered(nothing, 'a', { chose: 'Rebuilt it', kind: 'later' }, monday).answers.get('a'),
    ).not.toHaveProperty('again');
  });
});

describe('a fresh start', () => {
  const first = { ...answered(nothing, 'a', wrong, monday), place: 'a', notes: 'Ask first.' };
  const again = begunAgain(first, monday);

  it('asks everything again and forgets neither what comes back nor the notes', () => {
    expect(answerIn(again, 'a')).toBeUndefined();
    expect(again.place).toBeUndefined();
    expect(again.notes).toBe('Ask first.');
    const second = answered(again, 'a', right, tuesday);
    expect(answerIn(second, 'a')?.again).toEqual({ level: 1, due: '2026-03-13' });
  });

  it('counts even if the clock was set back since', () => {
    const earlier = answered(again, 'a', right, new Date(2020, 0, 1));
    expect(answerIn(earlier, 'a')?.chose).toBe(right.chose);
    expect(answerIn(begunAgain(earlier, new Date(2020, 0, 1)), 'a')).toBeUndefined();
  });
});

it('what has neither an answer nor a note is nothing', () => {
  expect(isNothing(nothing)).toBe(true);
  expect(isNothing({ ...nothing, place: 'a', notes: '' })).toBe(true);
  expect(isNothing({ ...nothing, notes: 'x' })).toBe(false);
  expect(isNothing(answered(nothing, 'a', right, monday))).toBe(false);
});

import { describe, expect, it } from 'vitest';
import { askedBy } from '#site/client/training/keys.ts';
import {
  comesBack,
  dueResult,
  ownTurn,
  standingText,
  takenText,
  verdict,
  whenText,
} from '#site/client/training/words.ts';

const key = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {}) =>
  askedBy({ key, ctrlKey: false, metaKey: false, altKey: false, ...held });

describe('a key', () => {
  it('chooses by letter or digit, as in the terminal', () => {
    expect(['a', 'D', '1', '4'].map((one) => key(one))).toEqual([
      { choose: 0 },
      { choose: 3 },
      { choose: 0 },
      { choose: 3 },
    ]);
  });

  it('goes on, back, gives a hint or shows the keys', () => {
    expect(['Enter', ' ', 'ArrowRight', 'ArrowLeft', 'h', 'H', '?'].map((one) => key(one))).toEqual(
      ['next', 'next', 'next', 'back', 'hint', 'hint', 'keys'],
    );
  });

  it('that the browser or nobody wants is left alone', () => {
    for (const one of ['z', '0', 'Tab', 'constructor', 'ä', 'F1']) expect(key(one)).toBeUndefined();
    expect(key('a', { ctrlKey: true })).toBeUndefined();
    expect(key('ArrowLeft', { altKey: true })).toBeUndefined();
    expect(key('1', { metaKey: true })).toBeUndefined();
  });
});

it('says when what was missed comes back, a day at a time', () => {
  const days = ['2026-03-12', '2026-03-10', '2026-03-10', '2026-03-01'];
  expect(comesBack(days, '2026-03-09')).toBe(
    'What you missed comes back: one question today, 2 questions tomorrow, one question in 3 days.',
  );
  expect(whenText('2026-12-31', '2027-01-01')).toBe('tomorrow');
});

it('says what was taken from a file', () => {
  const none = { answers: 0, notes: 0, drills: 0, damaged: 0 };
  expect(takenText({ answers: 3, notes: 1, drills: 2, damaged: 0 })).toBe(
    'Taken: 3 answers and one note of 2 drills.',
  );
  expect(takenText({ ...none, notes: 2, drills: 1, damaged: 1 })).toBe(
    'Taken: 2 notes of one drill. One value could not be read and was left out.',
  );
  expect(takenText({ ...none, damaged: 2 })).toBe(
    'Nothing in it is newer than what is here. 2 values could not be read and were left out.',
  );
});

it('says how a drill stands', () => {
  const standing = { answered: 0, right: 0, due: 0, later: 0 };
  expect(standingText(standing, 7, false)).toBeUndefined();
  expect(standingText({ ...standing, answered: 3, right: 2 }, 7, false)).toBe(
    'Begun, 3 of 7 answered',
  );
  expect(standingText({ ...standing, answered: 3 }, 7, true)).toBe('Done before, 3 of 7 answered');
  expect(standingText({ ...standing, answered: 7, right: 5 }, 7, true)).toBe('Done, 5 of 7 right');
  expect([dueResult(1, 1), dueResult(3, 3), dueResult(0, 2)]).toEqual([
    'It was right this time.',
    'All 3 were right this time.',
    '0 of 2 right this time.',
  ]);
});

it('a wrong turn costs what the record gives, and nothing that it does not', () => {
  expect(ownTurn('right', 'decision', '25 min')).toBeUndefined();
  expect(ownTurn('later', 'decision', '25 min')).toBe(
    'They did it later: 25 min until the next attempt',
  );
  expect(ownTurn('later', 'decision', undefined)).toBe('They did it later');
  expect(ownTurn('again', 'decision', '5 min')).toBe('Done already: it had cost 5 min');
  expect(ownTurn('elsewhere', 'decision', undefined)).toBe('Of another incident');
  expect(ownTurn('other', 'intake', undefined)).toBeUndefined();
  expect(verdict('other', 'intake')).not.toBe(verdict('other', 'proof'));
});

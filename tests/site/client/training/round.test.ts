import { describe, expect, it } from 'vitest';
import {
  answered,
  begunAgain,
  nothing,
  type Answer,
  type Progress,
} from '#site/client/training/progress.ts';
import { dueSteps, positionOf, standingOf, startAt } from '#site/client/training/round.ts';

const steps = [
  { id: 'a', kind: 'intake' },
  { id: 'b', kind: 'decision' },
  { id: 't', kind: 'told' },
  { id: 'c', kind: 'proof' },
] as const;
const monday = new Date(2026, 2, 9, 10);
const given = (ids: string, kind: Answer['kind'] = 'right'): Progress =>
  [...ids].reduce((all, id) => answered(all, id, { chose: 'x', kind }, monday), nothing);

describe('a drill goes on', () => {
  it.each<[string, Progress, number]>([
    ['at its beginning', nothing, 0],
    ['at the first open question', given('a'), 1],
    ['at what was shown last, answered or not', { ...given('ab'), place: 'b' }, 1],
    ['at what was shown last, told or not', { ...given('ab'), place: 't' }, 2],
    ['at the summary when all is answered', given('abc'), 4],
    ['at what is looked at again after that', { ...given('abc'), place: 'a' }, 0],
    ['at the first open question when what was shown is gone', { ...given('a'), place: 'z' }, 1],
    ['at a question that was added before what was shown', { ...given('ac'), place: 'c' }, 1],
    ['at its beginning after a fresh start', begunAgain(given('abc'), monday), 0],
    ['at its beginning where only steps are answered that are gone', given('xyz'), 0],
  ])('%s', (_, progress, position) => {
    expect(startAt(steps, progress)).toBe(position);
  });
});

describe('what has come back', () => {
  const missed = given('acgt', 'other');

  it('is what was missed and is due, of the steps that there are', () => {
    expect(dueSteps(steps, missed, '2026-03-09')).toEqual([]);
    expect(dueSteps(steps, missed, '2026-03-10').map(({ id }) => id)).toEqual(['a', 'c']);
    expect(dueSteps(steps, given('abc'), '2027-01-01')).toEqual([]);
  });

  it('is still there when a step that was gone comes back', () => {
    const withoutA = steps.filter(({ id }) => id !== 'a');
    expect(dueSteps(withoutA, missed, '2026-03-10').map(({ id }) => id)).toEqual(['c']);
    const later = answered(missed, 'c', { chose: 'x', kind: 'right' }, new Date(2026, 2, 10, 9));
    expect(dueSteps(steps, later, '2026-03-10').map(({ id }) => id)).toEqual(['a']);
  });
});

it('a choice is found by its words, wherever it stands', () => {
  const choices = [{ text: 'Restarted it' }, { text: 'Rebuilt it' }];
  expect(positionOf(choices, { chose: 'Rebuilt it' })).toBe(1);
  expect(positionOf(choices, { chose: 'Sold it' })).toBeUndefined();
});

it('a drill stands where its answers are', () => {
  const missed = answered(given('a'), 'b', { chose: 'x', kind: 'other' }, monday);
  const ids = ['a', 'b', 'c'];
  expect(standingOf(ids, missed, '2026-03-09')).toEqual({
    answered: 2,
    right: 1,
    due: 0,
    later: 1,
    next: '2026-03-10',
  });
  expect(standingOf(ids, begunAgain(missed, monday), '2026-03-10')).toEqual({
    answered: 0,
    right: 0,
    due: 1,
    later: 0,
  });
  expect(standingOf(['c'], missed, '2026-03-10')).toMatchObject({ answered: 0, due: 0 });
});

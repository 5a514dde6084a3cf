import { describe, expect, it } from 'vitest';
import {
  largestFile,
  merged,
  progressFile,
  readProgressFile,
  takenFrom,
} from '#site/client/training/progress-file.ts';
import { answered, nothing, type Progress } from '#site/client/training/progress.ts';

const monday = new Date(2026, 2, 9, 10);
const tuesday = new Date(2026, 2, 10, 10);
const chose = (words: string) => ({ chose: words, kind: 'other' as const });
const one = { ...answered(nothing, 'a', chose('first'), monday), notes: 'Ask first.', place: 'a' };

describe('a file of progress', () => {
  it('is read as it was written', () => {
    const all = new Map<string, Progress>([
      ['2026-01-02-one', one],
      ['two', { ...nothing, done: monday.toISOString() }],
    ]);
    expect(readProgressFile(progressFile(all, monday))).toEqual({ drills: all, damaged: 0 });
  });

  it.each([
    ['no_json', 'Dear training'],
    ['no_json', ''],
    ['other_file', '{"format":"fixlore-packet","version":1}'],
    ['other_file', 'null'],
    ['other_file', '{"format":"fixlore-training"}'],
    ['newer_version', '{"format":"fixlore-training","version":2,"drills":{}}'],
    ['too_large', ' '.repeat(largestFile + 1)],
  ])('is refused as %s: %.50s', (refused, text) => {
    expect(readProgressFile(text)).toEqual({ refused });
  });

  it('loses only what is damaged', () => {
    const file = JSON.parse(progressFile(new Map([['one', one]]), monday));
    file.drills['../two'] = file.drills.one;
    file.drills.three = 7;
    file.drills.one.answers.b = {};
    expect(readProgressFile(JSON.stringify(file))).toEqual({
      drills: new Map<string, Progress>([
        ['one', one],
        ['three', nothing],
      ]),
      damaged: 3,
    });
    expect(readProgressFile('{"format":"fixlore-training","version":1,"drills":[1]}')).toEqual({
      drills: new Map([['0', nothing]]),
      damaged: 1,
    });
  });
});

describe('what two devices hold', () => {
  const old = answered(one, 'b', chose('old'), monday);
  const recent = answered(nothing, 'b', chose('recent'), tuesday);

  it('is the newest answer of each step, whichever is put to the other', () => {
    for (const { progress } of [merged(old, recent), merged(recent, old)]) {
      expect(progress.answers.get('a')?.chose).toBe('first');
      expect(progress.answers.get('b')?.chose).toBe('recent');
    }
    expect(merged(old, recent).answers).toBe(1);
    expect(merged(recent, old).answers).toBe(1);
  });

  it('is the last start, the last end, and the place of the newer answers', () => {
    const a: Progress = { ...one, begun: monday.toISOString(), done: tuesday.toISOString() };
    const b: Progress = { ...recent, begun: tuesday.toISOString(), place: 'b' };
    const { progress } = merged(a, b);
    expect(progress).toMatchObject({ begun: b.begun, done: a.done, place: 'b' });
    expect(merged(a, one).progress.place).toBe('a');
  });

  it('is both notes, once', () => {
    const notes = (own?: string, other?: string) => {
      const of = (text?: string) => ({ ...nothing, ...(text !== undefined && { notes: text }) });
      return merged(of(own), of(other)).progress.notes;
    };
    expect(notes('a', undefined)).toBe('a');
    expect(notes(undefined, 'b')).toBe('b');
    expect(notes('a', 'b')).toBe('a\n\nb');
    expect(notes('a\n\nb', 'b')).toBe('a\n\nb');
    expect(notes('b', 'a\n\nb')).toBe('a\n\nb');
    expect(notes()).toBeUndefined();
  });

  it('is counted, and nothing of it the second time', () => {
    const own = new Map<string, Progress>();
    const change = (incident: string, to: (own: Progress) => Progress) =>
      void own.set(incident, to(own.get(incident) ?? nothing));
    const file = { drills: new Map([['one', old]]), damaged: 2 };
    expect(takenFrom(file, change)).toEqual({ answers: 2, notes: 1, drills: 1, damaged: 2 });
    expect(own.get('one')).toEqual(old);
    expect(takenFrom(file, change)).toEqual({ answers: 0, notes: 0, drills: 0, damaged: 2 });
  });
});

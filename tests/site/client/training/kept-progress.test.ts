import { describe, expect, it } from 'vitest';
import { answered, nothing } from '#site/client/training/progress.ts';
import { KeptProgress } from '#site/client/training/kept-progress.ts';
import { longestNotes, progressIn, stored } from '#site/client/training/stored-progress.ts';
import { memory } from '../memory-store.ts';

function refuse(): never {
  throw new DOMException('Refused', 'SecurityError');
}

const refusing = {
  getItem: refuse,
  setItem: refuse,
  removeItem: refuse,
  key: refuse,
  get length(): number {
    return refuse();
  },
};
const full = { ...memory(), setItem: refuse };

const now = new Date(2026, 2, 9, 10);
const one = answered(nothing, 'a', { chose: 'Restarted it', kind: 'other' }, now);
const whole = { ...one, place: 'b', begun: now.toISOString(), done: now.toISOString(), notes: 'x' };
const at = now.toISOString();

describe('progress', () => {
  it('is read as it was kept', () => {
    const store = memory();
    new KeptProgress('/', store).change('one', () => whole);
    expect(new KeptProgress('/', store).read('one')).toEqual(whole);
    expect(new KeptProgress('/', store).isKept()).toBe(true);
  });

  it('is kept for each drill and each site on its own, and forgotten for its own site alone', () => {
    const store = memory({ 'fixlore-recent /': '[]' });
    const kept = new KeptProgress('/', store);
    const other = new KeptProgress('/kb/', store);
    kept.change('b', () => one);
    kept.change('a', () => one);
    kept.change('empty', () => nothing);
    other.change('c', () => one);
    expect([...kept.all().keys()]).toEqual(['a', 'b']);
    kept.forgetAll();
    expect(kept.all().size).toBe(0);
    expect([...other.all().keys()]).toEqual(['c']);
    expect([...store.kept.keys()]).toEqual(['fixlore-recent /', 'fixlore-training /kb/ c']);
  });

  it('of another page is not overwritten', () => {
    const store = memory();
    const [left, right] = [new KeptProgress('/', store), new KeptProgress('/', store)];
    left.change('one', () => one);
    right.change('one', (own) => ({ ...own, notes: 'both' }));
    expect(left.read('one')).toEqual({ ...one, notes: 'both' });
  });

  it.each([
    ['refuses', refusing],
    ['is full', full],
    ['is not there', undefined],
  ])('lasts as long as the page where the store %s', (_, store) => {
    const kept = new KeptProgress('/', store);
    kept.change('one', () => whole);
    kept.change('one', (own) => ({ ...own, notes: 'y' }));
    expect(kept.isKept()).toBe(false);
    expect(kept.read('one')).toEqual({ ...whole, notes: 'y' });
    expect([...kept.all().keys()]).toEqual(['one']);
    kept.forgetAll();
    expect(kept.read('one')).toEqual(nothing);
  });
});

describe('damaged progress', () => {
  it.each(['{', '7', 'null', '[]', '""', '{}', '{"version":2}', '{"version":1}'])(
    'is none where %s is kept',
    (text) => {
      const kept = new KeptProgress('/', memory({ 'fixlore-training / one': text }));
      expect(kept.read('one')).toEqual(nothing);
      expect(kept.all().size).toBe(0);
    },
  );

  it('is none of a version that it does not know', () => {
    const kept = { ...stored(whole), version: 2 };
    expect(progressIn(kept)).toEqual({ progress: nothing, damaged: 1 });
  });

  it('is dropped value by value', () => {
    const good = { chose: 'x', kind: 'right', at };
    const kept = {
      ...stored(whole),
      answers: {
        a: good,
        b: null,
        c: { ...good, kind: 'toString' },
        d: { ...good, at: 'yesterday' },
        e: { ...good, chose: 7 },
        f: { ...good, again: { level: 99, due: '2026-03-10' } },
        g: { ...good, again: { level: 1, due: '2026-02-30' } },
        h: { ...good, again: { level: 1, due: '2026-03-10', more: true } },
        i: 'right',
      },
      place: 7,
      begun: '2026',
      notes: 'x'.repeat(longestNotes + 1),
    };
    const { progress, damaged } = progressIn(JSON.parse(JSON.stringify(kept)));
    expect(progress).toEqual({
      answers: new Map<string, unknown>([
        ['a', good],
        ['f', good],
        ['g', good],
        ['h', { ...good, again: { level: 1, due: '2026-03-10' } }],
      ]),
      done: whole.done,
    });
    expect(damaged).toBe(8);
  });

  it('changes nothing that is not its own', () => {
    const text = `{"version":1,"answers":{"__proto__":{"chose":"x","kind":"right","at":"${at}"}}}`;
    const { progress } = progressIn(JSON.parse(text));
    expect([...progress.answers.keys()]).toEqual(['__proto__']);
    expect({}).not.toHaveProperty('chose');
    const again = progressIn(JSON.parse(JSON.stringify(stored(progress))));
    expect([...again.progress.answers.keys()]).toEqual(['__proto__']);
  });
});

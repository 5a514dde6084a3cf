import { describe, expect, it } from 'vitest';
import { recurrence } from '#derive/reports/recurrence.ts';
import { reuse } from '#derive/reports/reuse.ts';
import { siteOf } from '../../incident-of.ts';
import { now } from '../../memory-knowledge-base.ts';
import { articleText, recordOf } from '../../records.ts';

const again = (fix_worked?: boolean) => ({ at: '2026-05-01', ...{ fix_worked } });
const site = siteOf(
  [
    ['a', { opened: '2026-03-01', seen_again: [again(true), again(false), again()] }],
    ['b', { opened: '2026-03-02' }],
    ['b-again', { opened: '2026-03-03', status: 'resolved', duplicate_of: 'b' }],
    ['c', { opened: '2026-03-04', seen_again: [again(true)] }],
  ],
  [
    article('of-a-and-b', 'Z', ['a', 'b', 'a']),
    article('of-c', 'B', ['c', 'gone']),
    article('of-b', 'A', ['b']),
    article('of-the-duplicate', 'C', ['b-again']),
  ],
);

function article(id: string, title: string, sources: string[]) {
  return recordOf('article', `kb/${id}.md`, articleText({ title, sources }));
}

describe('recurrence', () => {
  it('counts every time, and what came of the fix', () => {
    expect(recurrence(site, now).rows).toEqual([
      {
        ...{ incident: 'a', product: 'portal', seen: 4, seen_again: 3, duplicates: 0 },
        ...{ fix_worked: 1, fix_failed: 1, fix_unknown: 1 },
      },
      {
        ...{ incident: 'c', product: 'portal', seen: 2, seen_again: 1, duplicates: 0 },
        ...{ fix_worked: 1, fix_failed: 0, fix_unknown: 0 },
      },
      {
        ...{ incident: 'b', product: 'portal', seen: 2, seen_again: 0, duplicates: 1 },
        ...{ fix_worked: 0, fix_failed: 0, fix_unknown: 1 },
      },
    ]);
  });
});

describe('reuse', () => {
  it('adds up how often the sources of an article came back, each once', () => {
    const told = reuse(site, now).rows.map(
      ({ article: id, sources, again: times, fix_unknown }) => [id, sources, times, fix_unknown],
    );
    expect(told).toEqual([
      ['of-a-and-b', 2, 4, 2],
      ['of-b', 1, 1, 1],
      ['of-c', 1, 1, 0],
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { failuresSince } from '#derive/failed-again.ts';
import { sourceChanges, sourceDigest } from '#derive/source-digest.ts';
import { staleness } from '#derive/staleness.ts';
import { attempt, incidentOf, siteOf } from '../incident-of.ts';
import { articleText, recordOf, type WritableFields } from '../records.ts';

const fix = attempt('fixed', 'no_change', { by: 'sj', at: '2026-03-14' });
const before: WritableFields = { attempts: [fix], cause: 'unknown', tags: ['a'] };

/** The fields that are told as changed from one version of an incident to another. */
function changedFrom(from: WritableFields, to: WritableFields): string[] | undefined {
  const digest = sourceDigest([incidentOf(from)]);
  return sourceChanges([incidentOf(to)], digest)?.flatMap(({ fields }) => fields);
}

describe('the digest of what sources say', () => {
  it.each<[what: string, to: WritableFields, fields: string[]]>([
    ['nothing', {}, []],
    ['a value', { cause: 'A full disk' }, ['cause']],
    ['a field that came', { workaround: { summary: 'Wait' } }, ['workaround']],
    ['a field that went', { cause: undefined }, ['cause']],
    ['an attempt', { attempts: [attempt('fixed', 'reverted')] }, ['attempts']],
    ['who made an attempt, and when', { attempts: [attempt('fixed', 'no_change')] }, []],
    ['what no article is made from', { tags: ['b'], tickets: ['Z-1'], effort: '5m' }, []],
    ['how a line is folded', { symptoms: ['I see a\nwhite   page'] }, []],
    [
      'that it came back and was solved',
      { seen_again: [{ at: '2026-04-01', fix_worked: true }] },
      [],
    ],
    [
      'that it came back and was not',
      { seen_again: [{ at: '2026-04-01', fix_worked: false }] },
      ['seen_again'],
    ],
  ])('tells %s', (_, to, fields) => {
    expect(changedFrom(before, { ...before, ...to })).toEqual(fields);
  });

  it('holds no value of a field', () => {
    const digest = sourceDigest([incidentOf({ ...before, cause: 'secret' })]);
    expect(digest).toMatch(/^2026-03-14-a( [a-z_]+=[0-9a-f]{8})+$/);
    expect(digest).not.toContain('secret');
  });

  it('tells a source that it does not know, and nothing of one that is gone', () => {
    const a = incidentOf(before, 'a');
    const b = incidentOf(before, 'b');
    expect(sourceChanges([a, b], sourceDigest([a]))).toEqual([{ incident: 'b', fields: [] }]);
    expect(sourceChanges([a], sourceDigest([a, b]))).toEqual([]);
  });

  it.each(['', '3f9a', 'a', 'a title=3f9a', 'A title=00000000', 'a title=00000000\n'])(
    'is not %j',
    (digest) => {
      expect(sourceChanges([incidentOf(before, 'a')], digest)).toBeUndefined();
    },
  );
});

describe('a fix that failed again', () => {
  const seen_again = [
    { at: '2026-04-01T10:00:00+02:00', fix_worked: false },
    { at: '2026-04-02', fix_worked: true },
    { at: '2026-04-03', fix_worked: false },
  ];
  const failures = (fields: WritableFields) => {
    const article = recordOf(
      'article',
      'kb/x.md',
      articleText({ sources: ['a', 'gone'], ...fields }),
    );
    const site = siteOf([['a', { seen_again }]], [article]);
    return failuresSince(site, site.articles[0]!).map(({ index, failure }) => [index, failure]);
  };

  it.each([
    ['if nobody has reviewed the article', {}, [[0, 2]]],
    ['before the last review', { reviewed: '2026-04-02' }, [[0, 2]]],
    ['on the day of the review, which has seen it', { reviewed: '2026-04-03' }, []],
    ['of no source', { sources: undefined }, []],
  ])('%s', (_, fields, expected) => {
    expect(failures(fields)).toEqual(expected);
  });
});

it('articles whose sources changed or failed are stale, though their review holds', () => {
  const source = incidentOf(before, 'a');
  const article = (id: string, fields: WritableFields) =>
    recordOf(
      'article',
      `kb/${id}.md`,
      articleText({ sources: ['a'], reviewed: '2026-05-31', ...fields }),
    );
  const site = siteOf(
    [['a', { ...before, cause: 'A full disk' }]],
    [
      article('same', {}),
      article('changed', { source_digest: sourceDigest([source]) }),
      article('draft', { source_digest: sourceDigest([source]), state: 'draft' }),
    ],
  );
  expect(staleness(site, site.now)).toEqual([
    {
      article: 'changed',
      reviewDue: undefined,
      hasPastVersions: false,
      changes: [{ incident: 'a', fields: ['cause'] }],
      failedAgain: [],
    },
  ]);
});

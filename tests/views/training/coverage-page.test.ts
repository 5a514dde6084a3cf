import { describe, expect, it } from 'vitest';
import type { Site } from '#model/site.ts';
import { incidentPages } from '#views/internal/incident-page.ts';
import { allTrainingPages } from '#views/internal/training/index.ts';
import type { CoveragePage } from '#views/internal/training/coverage-page.ts';
import { gapTexts } from '#views/internal/training/coverage-words.ts';
import { attempt, siteOf } from '../../incident-of.ts';
import type { WritableFields } from '../../records.ts';

function coverage(site: Site): CoveragePage[] {
  return allTrainingPages(site).flatMap(({ model }) => (model.kind === 'coverage' ? [model] : []));
}

const actions = ['Opened the port', 'Rebuilt the index', 'Replaced the disk'];
const drill: WritableFields = {
  status: 'resolved',
  resolved: '2026-03-20',
  title: 'The disk was full',
  attempts: actions.map((action, at) =>
    attempt(at === 2 ? 'fixed' : 'worse', 'reverted', { action, because: `A sign ${at}` }),
  ),
};

describe('the coverage', () => {
  it('shows at a glance which component nobody can train on', () => {
    const site = siteOf([
      ['2026-03-14-a', { ...drill, component: 'login' }],
      ['2026-03-15-b', { product: 'fax', component: 'line' }],
    ]);
    const [page] = coverage(site);
    expect(page!.products).toEqual([
      {
        name: 'Claims portal',
        areas: [
          {
            name: 'Login',
            drills: '1 easy',
            ...{ state: 'trained', incidents: 1, couldBe: 0, withGaps: 1 },
          },
        ],
      },
      {
        name: 'fax',
        areas: [
          {
            name: 'line',
            drills: '',
            lack: { text: 'No drill', tone: 'warn' },
            ...{ state: 'none', incidents: 1, couldBe: 0, withGaps: 0 },
          },
        ],
      },
    ]);
  });

  it('names what could be a drill by its title and what is one by what was said', () => {
    const [page] = coverage(
      siteOf([
        ['2026-03-14-a', drill],
        ['2026-03-15-b', { attempts: drill['attempts']!, title: 'Still open' }],
      ]),
    );
    expect(page!.groups.map(({ title, rows }) => [title, rows])).toEqual([
      [
        'Drills with gaps',
        [
          {
            title: 'I see a white page',
            isQuoted: true,
            href: '/incidents/2026-03-14-a/',
            texts: ['There is no evidence: nothing to look at.'],
            product: 'Claims portal',
            drillHref: '/training/2026-03-14-a/',
          },
        ],
      ],
      [
        'Not resolved yet',
        [
          {
            title: 'Still open',
            isQuoted: false,
            href: '/incidents/2026-03-15-b/',
            texts: [],
            product: 'Claims portal',
          },
        ],
      ],
    ]);
  });

  it('goes on where there is much to complete, the table on its first page alone', () => {
    const one = { ...drill, attempts: (drill['attempts'] as unknown[]).slice(2) } as WritableFields;
    const many = Array.from({ length: 130 }, (_, at) => [`2026-03-14-${at}`, one] as const);
    const pages = coverage(siteOf(many));
    expect(
      pages.map(({ frame, products, groups }) => [
        frame.title,
        products.length,
        groups[0]!.rows.length,
      ]),
    ).toEqual([
      ['Coverage of the training', 1, 100],
      ['Coverage, page 2', 0, 30],
    ]);
    expect(pages[0]!.count).toBe(130);
  });

  it('says that there is nothing', () => {
    const [page] = coverage(siteOf([]));
    expect(page).toMatchObject({ count: 0, groups: [], empty: expect.any(String) as string });
  });
});

it('tells in sentences what a record lacks', () => {
  expect(gapTexts({ because: [0], afterwards: [1, 2, 4], hasNoEvidence: true })).toEqual([
    'Attempt 1 gives no reason (because): nobody could guess what was done.',
    'Of attempts 2, 3 and 5 nobody knows whether they are still in place (afterwards): what is known of the fix is a guess.',
    'There is no evidence: nothing to look at.',
  ]);
  expect(gapTexts({ because: [], afterwards: [], hasNoEvidence: false })).toEqual([]);
});

it('an incident leads to its drill, if it is one', () => {
  const pages = incidentPages(
    siteOf([
      ['2026-03-14-a', drill],
      ['2026-03-13-b', {}],
    ]),
  );
  const hrefs = pages.map(({ params, model }) => [params['id'], model.drillHref]);
  expect(Object.fromEntries(hrefs)).toEqual({
    '2026-03-14-a': '/training/2026-03-14-a/',
    '2026-03-13-b': undefined,
  });
});

import { describe, expect, it } from 'vitest';
import type { Site } from '#model/site.ts';
import { drillTable } from '#views/internal/training/drill-table.ts';
import { cut } from '#views/internal/training/drill-name.ts';
import { allTrainingPages } from '#views/internal/training/index.ts';
import type { TrainingPage } from '#views/internal/training/training-page.ts';
import { sampleSite } from '../../derive/drills/sample.ts';
import { attempt, siteOf } from '../../incident-of.ts';
import type { WritableFields } from '../../records.ts';

function lists(site: Site): Map<string, TrainingPage> {
  return new Map(
    allTrainingPages(site).flatMap(({ params, model }) =>
      model.kind === 'list' ? [[params['page'] ?? '', model] as const] : [],
    ),
  );
}

const actions = ['Opened the port', 'Rebuilt the index', 'Replaced the disk'];
const drill: WritableFields = {
  status: 'resolved',
  resolved: '2026-03-20',
  title: 'The disk was full',
  component: 'login',
  attempts: actions.map((action, at) =>
    attempt(at === 2 ? 'fixed' : 'worse', 'reverted', { action, because: `A sign ${at}` }),
  ),
};

describe('the list of drills', () => {
  it('names a drill by what was said, product and day, with why it is that hard', () => {
    const page = lists(siteOf([['2026-03-14-a', drill]])).get('')!;
    expect(page.groups).toEqual([
      {
        level: 'easy',
        title: 'Easy',
        rows: [
          {
            id: '2026-03-14-a',
            href: '/training/2026-03-14-a/',
            groupHref: '/training/2026-03-14-a/group/',
            name: {
              quote: 'I see a white page',
              product: 'Claims portal',
              opened: { text: '14 Mar 2026', iso: '2026-03-14' },
            },
            product: 'portal',
            level: 'easy',
            points: 3,
            questions: 3,
            questionText: '3 questions',
            steps: expect.any(Array) as string[],
            why: '3 points: 2 reasons that led the wrong way (2), 2 attempts made it worse (1)',
          },
        ],
      },
    ]);
    expect(page.groups[0]!.rows[0]!.steps).toHaveLength(4);
    expect(page.empty).toBeUndefined();
  });

  it('tells no title and no component, which would tell the answer', () => {
    const site = siteOf([['2026-03-14-a', drill]]);
    const text = JSON.stringify([...lists(site).values(), drillTable(site)]);
    expect(text).toContain('I see a white page');
    expect(text).not.toContain('The disk was full');
    expect(text).not.toContain('Login');
  });

  it('stands easiest first in groups, on pages of a hundred, by product too', () => {
    const many = Array.from({ length: 230 }, (_, at) => {
      const attempts = at % 2 === 0 ? drill['attempts'] : (drill['attempts'] as unknown[]).slice(1);
      const product = at < 120 ? 'portal' : 'fax';
      const id = `2026-03-14-${String(at).padStart(3, '0')}`;
      return [id, { ...drill, product, attempts } as WritableFields] as const;
    });
    const site = siteOf(many);
    const pages = lists(site);
    expect([...pages.keys()]).toEqual([
      ...['', 'page/2', 'page/3', 'by/product/portal', 'by/product/portal/page/2'],
      ...['by/product/fax', 'by/product/fax/page/2'],
    ]);
    const rows = ['', 'page/2', 'page/3'].map((path) =>
      pages.get(path)!.groups.flatMap((group) => group.rows),
    );
    expect(rows.map(({ length }) => length)).toEqual([100, 100, 30]);
    const points = rows.flat().map((row) => row.points);
    expect(points).toEqual(points.toSorted((a, b) => a - b));
    expect(new Set(points).size).toBeGreaterThan(1);
    expect(drillTable(site).drills.map(({ id }) => id)).toEqual(rows.flat().map(({ id }) => id));
    expect(pages.get('page/2')).toMatchObject({
      frame: { title: 'Training, page 2' },
      pages: { number: 2, count: 3, previousHref: '/training/', nextHref: '/training/page/3/' },
    });
    const ofProduct = pages.get('by/product/fax')!;
    expect(ofProduct.groups.flatMap((group) => group.rows.map(({ product }) => product))).toEqual(
      Array(100).fill('fax'),
    );
    expect(ofProduct.products).toEqual([
      {
        id: 'portal',
        text: 'Claims portal',
        count: 120,
        href: '/training/by/product/portal/',
        isChosen: false,
      },
      { id: 'fax', text: 'fax', count: 110, href: '/training/by/product/fax/', isChosen: true },
    ]);
  });

  it('has the first week on its first page alone', () => {
    const site = siteOf([
      ['2026-03-14-a', drill],
      ['2026-03-15-b', { ...drill, product: 'fax', seen_again: [{ at: '2026-04-01' }] }],
    ]);
    const pages = lists(site);
    expect(pages.get('')!.week).toMatchObject({
      products: [
        { text: 'Claims portal', count: 'one incident', href: '/incidents/by/product/portal/' },
        { text: 'fax', count: 'one incident' },
      ],
      reading: [
        {
          title: 'I see a white page',
          isQuoted: true,
          href: '/incidents/2026-03-15-b/',
          what: 'Known fix',
          use: 'seen again once',
        },
      ],
      drills: [{ id: '2026-03-14-a' }, { id: '2026-03-15-b' }],
    });
    expect(pages.get('by/product/fax')!.week).toBeUndefined();
  });

  it('says why it is empty, and what makes a drill', () => {
    const nothing = lists(siteOf([])).get('')!;
    expect([nothing.count, nothing.groups, nothing.week]).toEqual([0, [], undefined]);
    expect(nothing.empty?.why).toContain('no incident is written down yet');
    const none = lists(siteOf([['2026-03-14-a', {}]])).get('')!.empty!;
    expect(none.why).toContain('none of the incidents can be made into one');
    expect(none.todo).toContain('two attempts or more');
  });
});

it('has two pages for each drill of the sample knowledge base, and all addresses once', async () => {
  const pages = allTrainingPages(await sampleSite());
  const kinds = Map.groupBy(pages, ({ model }) => model.kind);
  expect([kinds.get('drill')?.length, kinds.get('group')?.length]).toEqual([18, 18]);
  const paths = pages.map(({ params }) => params['page']);
  expect(new Set(paths).size).toBe(paths.length);
  for (const { params, model } of pages) {
    const address = params['page'] === undefined ? '' : `${params['page']}/`;
    expect(model.frame.nav.find(({ isCurrent }) => isCurrent)?.label).toBe('Training');
    expect(paths).toContain(address.slice(0, -1) || undefined);
  }
});

describe('a name that is too long', () => {
  it.each([
    ['It is short', 20, 'It is short'],
    ['Line one\n  line two', 30, 'Line one line two'],
    ['The page, after a while, is white', 18, 'The page, after a…'],
    ['Donaudampfschifffahrt', 10, 'Donaudampf…'],
    ['😀😀😀😀', 3, '😀😀😀…'],
  ])('%j of at most %i characters', (text, length, short) => {
    expect(cut(text, length)).toBe(short);
  });
});

import { describe, expect, it } from 'vitest';
import { facetListPages, incidentListPages } from '#views/internal/incident-list.ts';
import { siteOf } from '../incident-of.ts';

const many = Array.from(
  { length: 205 },
  (_, index) =>
    [
      `i${String(index).padStart(3, '0')}`,
      { severity: index % 2 ? 'major' : 'low', component: index === 0 ? 'login' : undefined },
    ] as const,
);

describe('incidentListPages', () => {
  it('cuts a long list into pages that lead to each other', () => {
    const pages = incidentListPages(siteOf(many));
    expect(pages.map(({ params, model }) => [params['page'], model.rows.length])).toEqual([
      [undefined, 100],
      ['page/2', 100],
      ['page/3', 5],
    ]);
    expect(pages[1]?.model.pages).toEqual({
      number: 2,
      count: 3,
      previousHref: '/incidents/',
      nextHref: '/incidents/page/3/',
      near: [
        { number: 1, href: '/incidents/', isAfterGap: false },
        { number: 2, href: '/incidents/page/2/', isAfterGap: false },
        { number: 3, href: '/incidents/page/3/', isAfterGap: false },
      ],
    });
  });

  it('offers no facet of which all have the same value', () => {
    const [page] = incidentListPages(siteOf(many));
    expect(page?.model.facets.map(({ name }) => name)).toEqual(['component', 'severity']);
    const open = facetListPages(siteOf(many)).find(({ params }) => params['value'] === 'open');
    expect(open?.model.facets.map(({ name }) => name)).toEqual(['component', 'status', 'severity']);
  });

  it('has a page without any incident', () => {
    const [page] = incidentListPages(siteOf([]));
    expect(page?.model).toMatchObject({ count: 0, rows: [], facets: [] });
  });
});

describe('facetListPages', () => {
  it('has a page for every value that occurs, with the incidents that have it', () => {
    const pages = facetListPages(siteOf(many));
    const first = pages.filter(({ params }) => !params['page']);
    expect(
      first.map(({ params, model }) => [`${params['name']}/${params['value']}`, model.count]),
    ).toEqual([
      ['product/portal', 205],
      ['component/portal.login', 1],
      ['status/open', 205],
      ['severity/major', 102],
      ['severity/low', 103],
      ['proof/no_fix', 205],
      ['year/2026', 205],
    ]);
    const major = first.find(({ params }) => params['value'] === 'major');
    expect(major?.model.chosen).toEqual({ label: 'Severity', text: 'Major' });
  });
});

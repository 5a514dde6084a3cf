import { describe, expect, it } from 'vitest';
import { homePage } from '#views/public/home-page.ts';
import { knownIssuesPage } from '#views/public/known-issues-page.ts';
import { productPages } from '#views/public/product-page.ts';
import { issueArticle, publicArticle, publicSite } from '../../public-site.ts';

const issues = [
  issueArticle('quiet', { status: 'investigating' }),
  issueArticle('old', { status: 'workaround', since: '2026-03-01' }),
  issueArticle('new', {
    status: 'investigating',
    since: '2026-01-01',
    updates: [{ at: '2026-05-01T10:00:00Z', what: 'News' }],
  }),
  issueArticle('over', { status: 'fixed', since: '2026-06-01' }),
  issueArticle('gone', { status: 'investigating' }, { isArchived: true }),
];
const titles = (list: readonly { title: string }[]) =>
  list.map(({ title }) => title.replace('About ', ''));

describe('known issues', () => {
  const page = knownIssuesPage(publicSite(issues));

  it('are those that are not fixed and those that are, what was last said first', () => {
    expect(titles(page.current)).toEqual(['new', 'old', 'quiet']);
    expect(titles(page.fixed)).toEqual(['over']);
  });

  it('name the zone of their times', () => {
    expect(page.frame.zone).toBe('Europe/Vienna');
    expect(homePage(publicSite(issues)).frame.zone).toBe('Europe/Vienna');
    expect(homePage(publicSite([])).frame.zone).toBeUndefined();
  });

  it('tell the last update: the latest news, else since when it is known', () => {
    expect(page.current.map(({ lastUpdate }) => lastUpdate?.text)).toEqual([
      '1 May 2026, 12:00',
      '1 Mar 2026',
      undefined,
    ]);
  });
});

describe('the home page', () => {
  it('shows the four issues of which something was last said, and how many more there are', () => {
    const many = Array.from({ length: 6 }, (_, index) =>
      issueArticle(`i${index}`, { status: 'workaround', since: `2026-01-0${index + 1}` }),
    );
    const page = homePage(publicSite(many));
    expect(titles(page.known.issues)).toEqual(['i5', 'i4', 'i3', 'i2']);
    expect(page.known.more).toBe(2);
  });

  it('shows pinned articles; if nothing is pinned, what customers can do alone', () => {
    const own = [publicArticle('a', { who: 'customer' }), publicArticle('b', { who: 'admin' })];
    expect(titles(homePage(publicSite(own)).often)).toEqual(['a']);
    const pinned = [...own, publicArticle('c', { isPinned: true })];
    expect(titles(homePage(publicSite(pinned)).often)).toEqual(['c']);
  });

  it('counts for each product what is not archived', () => {
    const { products } = homePage(publicSite(issues));
    expect(products).toEqual([{ name: 'Claims portal', count: 4, href: '/products/portal/' }]);
  });
});

describe('the page of a product', () => {
  const login = { id: 'login', name: 'Login' };
  const access = { id: 'z', name: 'Access' };

  it('has its articles by component, pinned ones first, and the rest last', () => {
    const [page] = productPages(
      publicSite([
        publicArticle('a'),
        publicArticle('b', { component: login }),
        publicArticle('c', { component: login, isPinned: true }),
        publicArticle('d', { component: access }),
        publicArticle('e', { isArchived: true }),
        publicArticle('f', { product: { id: 'other', name: 'Other' } }),
      ]),
    );
    const groups = page!.model.groups.map(({ title, rows }) => [title, titles(rows)]);
    expect(groups).toEqual([
      ['Access', ['d']],
      ['Login', ['c', 'b']],
      ['In general', ['a']],
    ]);
    expect(page!.model.count).toBe(4);
  });

  it('has no heading over a single group without a name', () => {
    const [page] = productPages(publicSite([publicArticle('a')]));
    expect(page!.model.groups.map(({ title }) => title)).toEqual([undefined]);
  });

  it('shows the issues of its own, on the first page only, and cuts a long list', () => {
    const many = Array.from({ length: 130 }, (_, index) => publicArticle(`a${index}`));
    const other = issueArticle(
      'x',
      { status: 'investigating' },
      {
        product: { id: 'other', name: 'Other' },
      },
    );
    const pages = productPages(publicSite([...many, ...issues, other])).map(({ model }) => model);
    expect(pages.map(({ known }) => known && titles(known.issues))).toEqual([
      ['new', 'old', 'quiet'],
      undefined,
    ]);
    expect(pages.map(({ groups }) => groups[0]?.rows.length)).toEqual([100, 34]);
    expect(pages[0]?.pages.nextHref).toBe('/products/portal/page/2/');
  });

  it('is there for a product that has only an intake', () => {
    const [page] = productPages(publicSite([]));
    expect(page!.model).toMatchObject({ title: 'Claims portal', count: 0, groups: [] });
  });
});

import { expect, it } from 'vitest';
import { knownIssueFeed } from '#views/public/feed.ts';
import { issueArticle, publicArticle, publicSite } from '../../public-site.ts';

const updates = [
  { at: '2026-05-02', what: 'We look into it.' },
  { at: '2026-05-03', status: 'workaround' as const, what: 'Split it.' },
  { at: '2026-05-03', what: 'And again.' },
];
const issue = {
  status: 'workaround' as const,
  since: '2026-05-01',
  workaround: 'Split it.',
  updates,
};
const html = '<p>Uploads stop.</p>';
const site = publicSite([
  issueArticle('stops', issue, { html }),
  issueArticle('kept', { status: 'fixed', since: '2020-01-01' }, { isArchived: true }),
  publicArticle('plain'),
]);

it('has an entry for each update, and one for the beginning, the newest first', () => {
  const { entries, updated } = knownIssueFeed(site);
  expect(entries.map(({ title, summary }) => [title, summary])).toEqual([
    ['Update: About stops', 'And again.'],
    ['There is a workaround: About stops', 'Split it.'],
    ['Update: About stops', 'We look into it.'],
    ['Known issue: About stops', 'Uploads stop.\nSplit it.'],
  ]);
  expect(updated).toBe(Date.UTC(2026, 4, 2, 22)); // 3 May began in Vienna
});

it('names each entry for ever: new words, a new address and new entries change none', () => {
  const ids = (one: typeof site) => knownIssueFeed(one).entries.map(({ id }) => id);
  const before = ids(site);
  expect(new Set(before).size).toBe(4);
  const later = { ...issue, updates: [...updates, { at: '2026-05-09', what: 'Fixed.' }] };
  const moved = publicSite([issueArticle('stops', later, { title: 'New words' })], {
    address: 'https://help.acme.example',
  });
  expect(ids(moved).slice(1)).toEqual(before);
});

it('leads to the pages: in full where the address of the site is known', () => {
  expect(knownIssueFeed(site)).toMatchObject({ href: '/known-issues/', selfHref: undefined });
  const known = knownIssueFeed({ ...site, base: '/x/', address: 'https://acme.example/x' });
  expect(known.selfHref).toBe('https://acme.example/x/feed.xml');
  expect(known.entries[0]?.href).toBe('https://acme.example/x/articles/stops/');
});

it('is the same feed whenever it is made if nothing was ever said', () => {
  expect(knownIssueFeed(publicSite([]))).toMatchObject({ entries: [], updated: 0 });
});

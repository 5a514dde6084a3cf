import { describe, expect, it } from 'vitest';
import { articleText, recordOf } from '../records.ts';
import { siteOf } from '../incident-of.ts';

describe('buildSite', () => {
  it('orders incidents by opening, latest first, and by id where that is equal', () => {
    const site = siteOf([
      ['b', { opened: '2026-03-14T08:00:00Z' }],
      ['a', { opened: '2026-03-14T09:00:00+01:00' }],
      ['c', { opened: '2026-03-15' }],
    ]);
    expect(site.incidents.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  });

  it('connects duplicates and articles with the incident they come from', () => {
    const article = recordOf('article', 'kb/login/white-page.md', articleText({ sources: ['a'] }));
    const site = siteOf(
      [
        ['a', {}],
        ['b', { resolution: 'duplicate', duplicate_of: 'a' }],
      ],
      [article],
    );
    const a = site.incidents.find(({ id }) => id === 'a');
    expect(a).toMatchObject({ articles: ['white-page'], duplicates: ['b'] });
    expect(site.articles[0]?.categories).toEqual(['login']);
  });

  it('tells look-alikes apart on both sides, in the words of the own side first', () => {
    const site = siteOf([
      ['a', { unlike: [{ incident: 'b', tell_apart: 'there it is red' }] }],
      ['b', {}],
      ['c', { unlike: [{ incident: 'd', tell_apart: 'c says' }] }],
      ['d', { unlike: [{ incident: 'c', tell_apart: 'd says' }] }],
    ]);
    const told = Object.fromEntries(site.incidents.map(({ id, unlike }) => [id, unlike]));
    expect(told).toEqual({
      a: [{ incident: 'b', tell_apart: 'there it is red', isToldThere: false }],
      b: [{ incident: 'a', tell_apart: 'there it is red', isToldThere: true }],
      c: [{ incident: 'd', tell_apart: 'c says', isToldThere: false }],
      d: [{ incident: 'c', tell_apart: 'd says', isToldThere: false }],
    });
  });
});

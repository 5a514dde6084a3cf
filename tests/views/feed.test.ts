import { describe, expect, it } from 'vitest';
import { atomXml } from '#export/atom.ts';
import type { Site } from '#model/site.ts';
import { incidentFeed } from '#views/internal/feed.ts';
import { siteOf } from '../incident-of.ts';
import type { WritableFields } from '../records.ts';

/* Tests ask on 1 June 2026, see memory-knowledge-base.ts. */

const resolved = { status: 'resolved', side: 'ours', cause: 'A full disk' };
const at = (site: Site, more: Partial<Site['config']>): Site => ({
  ...site,
  config: { ...site.config, ...more },
});
const told = (site: Site) => incidentFeed(site).entries.map(({ title }) => title);

describe('the feed of incidents', () => {
  const site = siteOf([
    ['2026-05-01-a', { title: 'A', opened: '2026-05-01', ...resolved, resolved: '2026-05-20' }],
    ['2026-05-10-b', { title: 'B', opened: '2026-05-10T10:00:00+02:00' }],
    ['2026-05-20-c', { title: 'C', opened: '2026-05-20', ...resolved, resolved: '2026-05-20' }],
  ]);

  it('tells what was opened and what was resolved, the newest first', () => {
    expect(told(site)).toEqual([
      ...['Resolved: C', 'Opened: C', 'Resolved: A', 'Opened: B', 'Opened: A'],
    ]);
    const { updated, entries } = incidentFeed(site);
    expect(updated).toBe(Date.UTC(2026, 4, 19, 22)); // 20 May began in Vienna
    expect(entries[3]?.updated).toBe(Date.UTC(2026, 4, 10, 8));
  });

  it('has 50 entries at most, the newest', () => {
    const many = Array.from({ length: 70 }, (_, index): [string, WritableFields] => {
      const day = new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10);
      return [`${day}-x`, { title: day, opened: day }];
    });
    const titles = told(siteOf(many));
    expect([titles.length, titles[0], titles.at(-1)]).toEqual([
      ...[50, 'Opened: 2026-03-11', 'Opened: 2026-01-21'],
    ]);
  });

  it('names each entry for ever, whatever becomes of its words and of the address', () => {
    const fields = { opened: '2026-05-01', ...resolved, resolved: '2026-05-02' };
    const ids = (one: Site) => incidentFeed(one).entries.map(({ id }) => id);
    const before = ids(siteOf([['2026-05-01-a', { title: 'A', ...fields }]]));
    const later = siteOf([
      ['2026-05-01-a', { title: 'New words', ...fields, resolved: '2026-05-09' }],
      ['2026-05-30-z', { title: 'Z', opened: '2026-05-30' }],
    ]);
    const moved = { public: undefined, internal: 'https://kb.example' };
    expect(before).toEqual([
      'urn:fixlore:Acme:incident:2026-05-01-a:resolved',
      'urn:fixlore:Acme:incident:2026-05-01-a:opened',
    ]);
    expect(ids(at(later, { address: moved })).slice(1)).toEqual(before);
  });

  it('leads to the pages: in full where the address of the site is known', () => {
    const addresses = (one: Site) => {
      const { href, selfHref, entries } = incidentFeed(one);
      return [href, selfHref, entries.at(-1)?.href];
    };
    expect(addresses(site)).toEqual(['/incidents/', undefined, '/incidents/2026-05-01-a/']);
    const internal = 'https://kb.müller.example/kb';
    const known = at(site, { address: { public: undefined, internal } });
    expect(addresses(known)).toEqual(
      ['incidents/', 'feed.xml', 'incidents/2026-05-01-a/'].map(
        (path) => `https://kb.xn--mller-kva.example/kb/${path}`,
      ),
    );
    const odd = at(site, { address: { public: undefined, internal: 'https://[' } });
    expect(addresses(odd)).toEqual(addresses(site));
  });

  it('says what they said, and how it ended', () => {
    const [entry] = incidentFeed(
      siteOf([['2026-05-01-a', { symptoms: ['It is white', 'So white'], errors: ['E-1'] }]]),
    ).entries;
    expect(entry?.summary).toBe('“It is white”\n“So white”\nE-1');
    expect(entry?.category).toEqual({ term: 'portal', label: 'Claims portal' });

    const ended = (fields: WritableFields) =>
      incidentFeed(siteOf([['a', { ...resolved, resolved: '2026-05-20', ...fields }]])).entries[0]!
        .summary;
    expect(ended({ resolution: 'went_away', cause: 'unknown' })).toMatch(/^[A-Z][^\n]*\.$/);
    const attempts = [{ action: 'Freed it', outcome: 'fixed', afterwards: 'no_change' }];
    expect(ended({ attempts })).toMatch(/\nCause: A full disk$/);
  });

  it('is the same on the whole day, and in an empty knowledge base as well', () => {
    for (const one of [site, siteOf([])]) {
      const later = { ...one, now: one.now + 3_599_999 };
      expect(atomXml(incidentFeed(later))).toBe(atomXml(incidentFeed(one)));
    }
    expect(incidentFeed(siteOf([]))).toMatchObject({
      entries: [],
      updated: Date.UTC(2026, 4, 31, 22),
    });
  });

  it('bears an organization of which half a character is missing', () => {
    expect(incidentFeed(at(site, { organization: 'A\uD83D B' })).id).toBe(
      'urn:fixlore:A%EF%BF%BD%20B:incidents',
    );
  });
});

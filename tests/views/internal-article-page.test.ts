import { describe, expect, it } from 'vitest';
import { sourceDigest } from '#derive/source-digest.ts';
import { articlePages } from '#views/internal/article-page.ts';
import { buildSite } from '#model/build-site.ts';
import { attempt, config, siteOf } from '../incident-of.ts';
import { now } from '../memory-knowledge-base.ts';
import {
  articleText,
  incidentText,
  recordOf,
  resolvedText,
  type WritableFields,
} from '../records.ts';

const words = 'The session store of the login page is full';
const incident = recordOf(
  'incident',
  'incidents/2026-03-14-full.md',
  resolvedText({
    title: words,
    opened: '2026-03-14T09:10:00+01:00',
    attempts: [attempt('no_effect', 'left_in_place'), attempt('fixed', 'no_change')],
  }),
);
const alike = recordOf(
  'incident',
  'incidents/2026-04-14-again.md',
  incidentText({ title: `${words} again` }),
);

/** The page of one article, to be reviewed every 30 days. */
function pageOf(fields: WritableFields = {}) {
  const article = recordOf(
    'article',
    'kb/full.md',
    articleText({ title: words, sources: ['2026-03-14-full'], review_every: '30d', ...fields }),
  );
  const products = config.products.map((one) => ({ ...one, versions: ['4.2'] }));
  const site = buildSite({
    config: { ...config, products },
    now,
    records: [incident, alike, article],
    files: new Map(),
  });
  return articlePages(site)[0]!.model;
}

describe('an article on the internal site', () => {
  it('says what it was made from, and how far that is proven', () => {
    expect(pageOf().sources).toEqual([
      {
        title: words,
        href: '/incidents/2026-03-14-full/',
        why: '14 Mar 2026: resolved, may also need earlier attempts',
      },
    ]);
  });

  it('shows related records with the reason, its sources left out', () => {
    const { related } = pageOf();
    expect(related.map(({ href }) => href)).toEqual(['/incidents/2026-04-14-again/']);
    expect(related[0]).toMatchObject({
      what: '14 Mar 2026',
      why: expect.stringMatching(/^both say “/) as string,
    });
  });

  it('says which fields of a source changed, and never what they say', () => {
    const digest = sourceDigest([
      { ...incident, fields: { ...incident.fields, cause: 'A mouse' } },
    ]);
    const { doubts } = pageOf({ reviewed: '2026-05-20', source_digest: digest });
    expect(doubts).toBe('Since it was made, 2026-03-14-full changed its cause.');
  });

  it('says nothing against what was reviewed and is in use', () => {
    const page = pageOf({ reviewed: '2026-05-20', versions: '>=4.0' });
    expect(page.doubts).toBeUndefined();
    expect(page.facts).toContainEqual({
      label: 'Review due',
      time: { text: '19 Jun 2026', iso: '2026-06-19' },
    });
  });

  it('says why it may no longer be true', () => {
    expect(pageOf({ reviewed: undefined }).doubts).toBe('Nobody has reviewed it yet.');
    expect(pageOf({ reviewed: '2025-11-20', versions: '<4.0' }).doubts).toBe(
      'Its review is due since 20 Dec 2025. It applies to no version in use.',
    );
    expect(pageOf({ state: 'draft', reviewed: undefined }).doubts).toBeUndefined();
  });

  it('has a page without any other record', () => {
    expect(articlePages(siteOf([]))).toEqual([]);
  });
});

import type { PublicArticle, PublicSite } from '#model/public-site.ts';

/* Projections for tests of public views. */

export function publicArticle(slug: string, more: Partial<PublicArticle> = {}): PublicArticle {
  return {
    slug,
    title: `About ${slug}`,
    type: 'solution',
    isArchived: false,
    isPinned: false,
    product: { id: 'portal', name: 'Claims portal' },
    symptoms: [],
    errors: [],
    aliases: [],
    html: '',
    ...more,
  };
}

/** A known issue of one article. */
export function issueArticle(
  slug: string,
  issue: NonNullable<PublicArticle['issue']>,
  more: Partial<PublicArticle> = {},
): PublicArticle {
  return publicArticle(slug, { type: 'known_issue', issue, ...more });
}

export function publicSite(articles: PublicArticle[], more: Partial<PublicSite> = {}): PublicSite {
  return {
    name: 'Acme Help',
    organization: 'Acme',
    language: 'en',
    timezone: 'Europe/Vienna',
    base: '/',
    synonyms: [],
    products: [{ id: 'portal', name: 'Claims portal' }],
    articles,
    intakes: [],
    files: [],
    ...more,
  };
}

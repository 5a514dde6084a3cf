import type { PublicArticle, PublicSite } from '#model/public-site.ts';
import { publicSiteOf } from '#model/public-site-of.ts';
import type { Incident, Site } from '#model/site.ts';
import { isPublic } from '#model/visibility.ts';
import { articlePath, filePath, intakePath } from '#views/addresses.ts';
import type { Projector } from '#wall/non-interference.ts';

/* Ways in which public sites have leaked: each is a projection that looks at what it must not see. */

const addresses = { article: articlePath, intake: intakePath, file: filePath };

export const honest: Projector = (site) => publicSiteOf(site, addresses);

export const seededLeaks: Record<string, Projector> = {
  'a record serialised into the page': leaky((site, article) => ({
    html: `${article.html}<div data-source='${JSON.stringify(sourcesOf(site, article))}'></div>`,
  })),
  'a related list that names unpromoted records': leaky((site, article) => {
    const related = site.incidents
      .filter(({ fields }) => fields.product === article.product.id)
      .slice(0, 3);
    const items = related.map(({ fields }) => `<li>${fields.title}</li>`);
    return { html: `${article.html}<ul>${items.join('')}</ul>` };
  }),
  'a date from the whole file': leaky((site, article) => ({
    reviewed: newest(sourcesOf(site, article)) ?? article.reviewed,
  })),
  'an order by internal severity': (site) => {
    const known = honest(site);
    const weight = (article: PublicArticle) =>
      sourcesOf(site, article).filter(({ fields }) => fields.severity === 'critical').length;
    return { ...known, articles: known.articles.toSorted((a, b) => weight(b) - weight(a)) };
  },
  'tag counts over all records': (site) => {
    const known = honest(site);
    const count = (id: string) =>
      [...site.incidents, ...site.articles].filter(({ fields }) => fields.product === id).length;
    const products = known.products.map(({ id, name }) => ({ id, name: `${name} (${count(id)})` }));
    return { ...known, products };
  },
  'numbering over all records': leaky((site, article) => ({
    title: `#${site.articles.findIndex(({ id }) => id === article.slug) + 1} ${article.title}`,
  })),
  'a slug suffixed because of an unpromoted twin': leaky((site, article) => {
    const hasTwin = site.incidents.some(({ id }) => id === article.slug);
    return hasTwin ? { slug: `${article.slug}-2` } : {};
  }),
  'an internal id in an HTML id': leaky((site, article) => ({
    html: `<section id="s-${sourcesOf(site, article)[0]?.id ?? 'none'}">${article.html}</section>`,
  })),
  'a redirect list that names unpromoted slugs': leaky((site, article) => ({
    aliases: site.articles
      .filter((one) => one.id === article.slug || !isPublic(one))
      .flatMap(({ fields }) => fields.aliases ?? []),
  })),
  'a comment': leaky((site, article) => ({
    html: `${article.html}<!-- ${sourcesOf(site, article)[0]?.fields.reporter?.name ?? ''} -->`,
  })),
  'a digest of what is internal': (site) => {
    const known = honest(site);
    const length = JSON.stringify(site.incidents).length % 9973;
    return { ...known, organization: `${known.organization} v${length}` };
  },
  'the clock': (site) => ({
    ...honest(site),
    organization: `Since ${new Date(site.now).getUTCFullYear()}`,
  }),
  'the owner of an article': leaky((site, article) => ({
    who: site.articles.find(({ id }) => id === article.slug)?.fields.owner ? 'support' : 'customer',
  })),
  'a file that nobody shows': (site) => ({
    ...honest(site),
    files: [...site.files.keys()].filter((path) => path.startsWith('kb/')).sort(),
  }),
  'components that no public record names': said(({ config }) =>
    config.products.map(({ components = [] }) => components.length),
  ),
  'versions of the configuration': said(({ config }) =>
    config.products.map(({ versions }) => versions),
  ),
  'where an article was imported from': said((site) =>
    site.articles.filter(isPublic).map(({ fields }) => fields.imported?.id),
  ),
  'why something may be published': said((site) => [
    site.config.allow,
    ...site.articles.filter(isPublic).map(({ fields }) => fields.allow),
  ]),
  'the field that an answer fills': said(({ intakes }) =>
    intakes.flatMap(({ fields }) => fields.ask.map(({ field }) => field)),
  ),
  'where the internal site is': said(({ config }) => config.address.internal),
  'how many incidents are resolved': said(
    ({ incidents }) => incidents.filter(({ fields }) => fields.status === 'resolved').length,
  ),
  'what most attempts came to': said(
    ({ incidents }) =>
      incidents
        .flatMap(({ fields }) => fields.attempts ?? [])
        .filter(({ outcome }) => outcome === 'worse').length,
  ),
  'former names of incidents': said(({ incidents }) =>
    incidents.flatMap(({ fields }) => fields.aliases ?? []),
  ),
  'the first file of the folder': said(({ recordFiles }) =>
    [...recordFiles].find((file) => file.startsWith('kb/')),
  ),
  'articles for the team': said(
    ({ articles }) => articles.filter(({ fields }) => fields.audience === 'internal').length,
  ),
  'products without a public record': (site) => ({
    ...honest(site),
    products: site.config.products.map(({ id, name }) => ({ id, name })),
  }),
};

/** Shows something that was picked from the site where every page shows it. */
function said(pick: (site: Site) => unknown): Projector {
  return (site) => {
    const known = honest(site);
    return { ...known, organization: `${known.organization} ${JSON.stringify(pick(site))}` };
  };
}

function leaky(change: (site: Site, article: PublicArticle) => Partial<PublicArticle>): Projector {
  return (site): PublicSite => {
    const known = honest(site);
    const articles = known.articles.map((article) => ({ ...article, ...change(site, article) }));
    return { ...known, articles };
  };
}

function sourcesOf(site: Site, { slug }: PublicArticle): Incident[] {
  const article = site.articles.find(({ id }) => id === slug);
  const ids = new Set(article?.fields.sources);
  return site.incidents.filter(({ id }) => ids.has(id));
}

function newest(incidents: readonly Incident[]): string | undefined {
  return incidents
    .map(({ fields }) => fields.opened.slice(0, 10))
    .sort()
    .at(-1);
}

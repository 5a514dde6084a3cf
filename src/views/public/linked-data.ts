import type { PublicArticle, PublicSite } from '#model/public-site.ts';
import { articlePath, homePath, searchPath } from '../addresses.ts';
import { fullAddress } from '../full-address.ts';
import { aboutOf } from './plain-text.ts';

/* What search engines read: schema.org, as JSON that can stand in a page. */

export function articleLinkedData(site: PublicSite, article: PublicArticle): string {
  const { slug, title, html, reviewed, product, symptoms } = article;
  return inPage({
    '@context': 'https://schema.org',
    '@type': 'TechArticle',
    headline: title,
    description: aboutOf({ html, symptoms }),
    url: fullAddress(site.address, articlePath(slug)),
    inLanguage: site.language,
    dateModified: reviewed,
    keywords: symptoms.length > 0 ? symptoms : undefined,
    about: { '@type': 'SoftwareApplication', name: product.name },
    publisher: { '@type': 'Organization', name: site.organization },
  });
}

/** The site, and how to ask it. Without an address there is nothing to say. */
export function siteLinkedData(site: PublicSite): string | undefined {
  const url = fullAddress(site.address, homePath);
  if (!url) return undefined;
  return inPage({
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: site.name,
    url,
    inLanguage: site.language,
    publisher: { '@type': 'Organization', name: site.organization },
    potentialAction: {
      '@type': 'SearchAction',
      target: `${fullAddress(site.address, searchPath)}?q={question}`,
      'query-input': 'required name=question',
    },
  });
}

/**
 * JSON in which no character means anything to an HTML parser: nothing in it can end the element in which
 * it stands or begin a comment.
 */
function inPage(data: object): string {
  return JSON.stringify(data).replaceAll(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

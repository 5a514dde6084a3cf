import type { PublicArticle, PublicSite } from '#model/public-site.ts';
import { articlePath } from '#views/addresses.ts';
import { articleTypeWords } from '#views/words.ts';
import type { SearchDocument, SearchDocuments } from './document.ts';
import { factsPart, partsOf, spaced } from './parts.ts';

/** What the public index holds: the published articles of the projection, archived ones left out. */
export function publicDocuments(site: PublicSite): SearchDocuments {
  return { language: site.language, documents: documentsOf(site) };
}

function* documentsOf(site: PublicSite): Generator<SearchDocument> {
  for (const article of site.articles)
    if (!article.isArchived) yield articleDocument(site, article);
}

function articleDocument(site: PublicSite, article: PublicArticle): SearchDocument {
  const { slug, title, type, product, component, versions, symptoms, errors, aliases, html } =
    article;
  const names = Array.isArray(versions) ? versions : [];
  return {
    url: site.base + articlePath(slug),
    record: `article ${slug}`,
    title,
    kind: `${articleTypeWords[type]}, ${product.name}`,
    facets: {
      product: [product.name],
      ...(component && { component: [component.name] }),
      type: [articleTypeWords[type]],
      ...(names.length > 0 && { version: names }),
    },
    parts: [
      ...partsOf('symptoms', symptoms),
      ...partsOf('errors', errors),
      ...partsOf('name', [slug, ...aliases].map(spaced)),
      ...factsPart([component?.name]),
    ],
    html,
  };
}

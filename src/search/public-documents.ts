import type { PublicArticle, PublicSite } from '#model/public-site.ts';
import { articlePath } from '#views/addresses.ts';
import { articleTypeWords } from '#views/words.ts';
import { weights, type IndexDocument } from './document.ts';

/** What the public index holds: the published articles of the projection, archived ones left out. */
export function* publicDocuments(site: PublicSite): Generator<IndexDocument> {
  for (const article of site.articles)
    if (!article.isArchived) yield articleDocument(site, article);
}

function articleDocument(site: PublicSite, article: PublicArticle): IndexDocument {
  const { slug, title, type, product, component, versions, symptoms, errors, html } = article;
  const names = Array.isArray(versions) ? versions : [];
  return {
    url: site.base + articlePath(slug),
    language: site.language,
    title,
    kind: `${articleTypeWords[type]}, ${product.name}`,
    filters: {
      product: [product.name],
      type: [articleTypeWords[type]],
      ...(names.length > 0 && { version: names }),
    },
    parts: [
      { text: symptoms.join('\n'), weight: weights.symptoms },
      { text: errors.join('\n'), weight: weights.errors },
      { text: component?.name ?? '', weight: weights.facts },
    ].filter(({ text }) => text !== ''),
    html,
  };
}

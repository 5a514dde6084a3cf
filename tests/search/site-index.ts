import { writeSearchIndex } from '#io/search-index.ts';
import { publicSiteOf } from '#model/public-site-of.ts';
import type { Site } from '#model/site.ts';
import { readKnowledgeBase, type Source } from '#pipeline.ts';
import type { Audience } from '#schema/article.ts';
import { internalDocuments } from '#search/internal-documents.ts';
import { publicDocuments } from '#search/public-documents.ts';
import { publicAddresses } from '#site/build.ts';
import { longAgo } from '../memory-knowledge-base.ts';

/** Reads a knowledge base as a build does; throws if a record has errors. */
export async function siteOf(source: Source): Promise<Site> {
  const { site, diagnostics } = await readKnowledgeBase(source, { depth: 'render', now: longAgo });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (!site || errors.length > 0) throw new Error(errors.map(({ message }) => message).join(' '));
  return site;
}

/** Writes the index of a site, as a build does, without its pages. */
export async function writeIndexOf(site: Site, audience: Audience, folder: string): Promise<void> {
  const documents =
    audience === 'public'
      ? publicDocuments(publicSiteOf(site, publicAddresses))
      : internalDocuments(site);
  await writeSearchIndex(documents, { synonyms: site.config.search?.synonyms ?? [] }, folder);
}

import type { PublicSite } from '#model/public-site.ts';
import { publicDocuments } from '#search/public-documents.ts';
import { publicModels } from '#views/public/index.ts';

/**
 * Everything that public pages are made from, as texts by what they are for: the projection, each page
 * model and each document of the index. Two sites with the same output have the same public pages.
 */
export function publicOutput(site: PublicSite): Map<string, string> {
  const { documents, ...index } = publicDocuments(site);
  return new Map([
    ['projection', JSON.stringify(site)],
    ...publicModels(site).map(([view, model]) => [view, JSON.stringify(model)] as const),
    ['index', JSON.stringify({ ...index, documents: [...documents] })],
  ]);
}

/** The names of what differs between two outputs. */
export function differences(
  one: ReadonlyMap<string, string>,
  other: ReadonlyMap<string, string>,
): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter(
    (name) => one.get(name) !== other.get(name),
  );
}

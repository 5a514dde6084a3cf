import { readFacets } from '#search/query/facets-file.ts';
import { manifestPath, termsFolder, type Manifest } from '#search/query/index-files.ts';
import { readPostings } from '#search/query/postings.ts';
import { readWords } from '#search/query/vocabulary.ts';
import type { PublishedFiles } from './closed-world.ts';
import { jsonUnits, type TextUnit } from './text-units.ts';

/** The texts of a file of the term index, which the manifest says how to read. */
export function termUnits(published: PublishedFiles, file: string): TextUnit[] {
  const bytes = published.get(file) ?? new Uint8Array();
  const text = () => new TextDecoder().decode(bytes);
  if (file === manifestPath) return jsonUnits(text());
  const manifest = JSON.parse(new TextDecoder().decode(published.get(manifestPath))) as Manifest;
  const name = file.slice(termsFolder.length);
  const isOf = (files: Manifest['terms']) => files.some(([, one]) => one === name);
  const units = (texts: Iterable<string>) =>
    [...texts].map((one) => ({ where: 'term', text: one }));
  if (isOf(manifest.terms)) return units(readPostings(bytes).keys());
  if (isOf(manifest.words)) return units(readWords(bytes).map(({ word }) => word));
  if (manifest.facets === name) {
    const facets = Object.entries(readFacets(bytes));
    return units(facets.flatMap(([facet, { values }]) => [facet, ...values]));
  }
  return [{ where: 'text', text: text() }];
}

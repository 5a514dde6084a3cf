import { hash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { SearchDocuments } from '#search/document.ts';
import { entryOf } from '#search/index/entry.ts';
import { writeTermIndex, type IndexedPage } from '#search/index/term-index.ts';
import { manifestPath, termsFolder, textIndexFolder } from '#search/query/index-files.ts';
import { languageOf } from '#search/query/language.ts';
import { storedHtml } from '#search/stored-html.ts';
import { writeTextIndex, type StoredDocument } from './text-index.ts';

/**
 * Writes the search index of a site below a fresh folder: the full text, which Pagefind keeps, and the terms
 * by which the query layer ranks.
 */
export async function writeSearchIndex(
  { language: tag, documents }: SearchDocuments,
  options: { synonyms: readonly (readonly string[])[] },
  folder: string,
): Promise<void> {
  const language = await languageOf(tag);
  const pages: (Omit<IndexedPage, 'text'> & { url: string })[] = [];
  const stored = function* (): Generator<StoredDocument> {
    for (const document of documents) {
      const { url, facets } = document;
      pages.push({ url, facets, entry: entryOf(document, language) });
      yield { url, html: storedHtml(document, tag) };
    }
  };
  const names = await writeTextIndex(stored(), join(folder, textIndexFolder));
  rmSync(join(folder, termsFolder), { recursive: true, force: true });
  mkdirSync(join(folder, termsFolder), { recursive: true });
  const manifest = await writeTermIndex(
    pages.map(({ url, ...page }) => ({ ...page, text: names.get(url) ?? '' })),
    { language: tag, ...options },
    (content) => {
      const name = `${hash('sha1', content).slice(0, 10)}.gz`;
      writeFileSync(join(folder, termsFolder, name), gzipSync(content));
      return name;
    },
  );
  writeFileSync(join(folder, manifestPath), gzipSync(JSON.stringify(manifest)));
}

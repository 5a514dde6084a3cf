import { rmSync } from 'node:fs';
import { EnvironmentError } from './environment-error.ts';
import { documentHtml, type IndexDocument } from '#search/document.ts';

/** Requests to the indexer that are under way at once. */
const atOnce = 64;

/**
 * Writes a search index of the documents into a fresh folder. What was there is removed: an index
 * rebuilt in place keeps the text of pages that are gone.
 */
export async function writeSearchIndex(
  documents: readonly IndexDocument[],
  folder: string,
): Promise<void> {
  const { createIndex } = await import('pagefind');
  rmSync(folder, { recursive: true, force: true });
  const { index, errors } = await createIndex({ verbose: false });
  if (!index) throw indexFailure(errors);
  try {
    for (let from = 0; from < documents.length; from += atOnce) {
      const batch = documents.slice(from, from + atOnce);
      const answers = await Promise.all(
        batch.map((document) =>
          index.addHTMLFile({ url: document.url, content: documentHtml(document) }),
        ),
      );
      for (const answer of answers) if (answer.errors.length > 0) throw indexFailure(answer.errors);
    }
    const written = await index.writeFiles({ outputPath: folder });
    if (written.errors.length > 0) throw indexFailure(written.errors);
  } finally {
    await index.deleteIndex();
  }
}

/** Ends the indexer's process, which otherwise keeps this one alive. */
export async function closeSearchIndexer(): Promise<void> {
  const { close } = await import('pagefind');
  await close();
}

function indexFailure(errors: readonly string[]): EnvironmentError {
  return new EnvironmentError(`The search index could not be written: ${errors.join('; ')}`);
}

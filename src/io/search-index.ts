import terminal from 'node:console';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { EnvironmentError } from './environment-error.ts';
import { documentHtml, type IndexDocument } from '#search/document.ts';

/** Pagefind's own search boxes, which no page of ours asks for. */
const unused = /^pagefind-(ui|modular-ui|component-ui|highlight)\./;

/** Requests to the indexer that are under way at once. */
const atOnce = 64;

/**
 * Writes a search index of the documents into a fresh folder. What was there is removed: an index
 * rebuilt in place keeps the text of pages that are gone.
 */
export async function writeSearchIndex(
  documents: Iterable<IndexDocument>,
  folder: string,
): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  let lose = () => undefined as void;
  const lost = new Promise<never>((_, reject) => {
    lose = () => reject(new Error('The indexer is gone'));
  });
  // Pagefind waits for ever for an answer of a process that is gone: then nothing is left to do here.
  process.once('beforeExit', lose);
  try {
    await Promise.race([lost, indexInto(folder, documents)]);
  } catch (error) {
    if (error instanceof EnvironmentError) throw error;
    throw indexFailure('the indexer was ended from outside, perhaps for lack of memory');
  } finally {
    process.off('beforeExit', lose);
  }
}

async function indexInto(folder: string, documents: Iterable<IndexDocument>): Promise<void> {
  const { createIndex } = await indexer();
  const { index, errors } = await createIndex({ verbose: false });
  if (!index) throw indexFailure(...errors);
  for (const batch of inBatches(documents)) {
    const answers = await Promise.all(
      batch.map((document) =>
        index.addHTMLFile({ url: document.url, content: documentHtml(document) }),
      ),
    );
    for (const answer of answers)
      if (answer.errors.length > 0) throw indexFailure(...answer.errors);
  }
  const written = await index.writeFiles({ outputPath: folder });
  if (written.errors.length > 0) throw indexFailure(...written.errors);
  await index.deleteIndex(); // after a failure the whole process is closed, or is gone
  for (const name of readdirSync(folder)) {
    if (unused.test(name)) rmSync(join(folder, name));
  }
}

function* inBatches(documents: Iterable<IndexDocument>): Generator<IndexDocument[]> {
  let batch: IndexDocument[] = [];
  for (const document of documents) {
    batch.push(document);
    if (batch.length < atOnce) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Ends the indexer's process, which otherwise keeps this one alive. */
export async function closeSearchIndexer(): Promise<void> {
  const { close } = await indexer();
  await close();
}

/** Pagefind prints a stack trace if its process is gone; here that is an error with a sentence. */
async function indexer() {
  if (terminal.error === plainError) {
    terminal.error = (...said: unknown[]) => {
      if (said[0] !== 'Service stopped') plainError(...said);
    };
  }
  return import('pagefind');
}

const plainError = terminal.error;

function indexFailure(...reasons: string[]): EnvironmentError {
  return EnvironmentError.from(
    new Error(reasons.join('; ')),
    'The search index could not be written',
  );
}

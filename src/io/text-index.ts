import terminal from 'node:console';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { storedPageOf } from '#search/query/stored-page.ts';
import { EnvironmentError } from './environment-error.ts';

/** Pagefind's own search boxes, which no page of ours asks for. */
const unused = /^pagefind-(ui|modular-ui|component-ui|highlight)\./;

/** Requests to the indexer that are under way at once. */
const atOnce = 64;

/** A page on its way into the full-text index. */
export interface StoredDocument {
  url: string;
  html: string;
}

/**
 * Writes a full-text index of the pages into a fresh folder, and says under which name each of them is kept
 * there. What was there is removed: an index rebuilt in place keeps the text of pages that are gone.
 */
export async function writeTextIndex(
  documents: Iterable<StoredDocument>,
  folder: string,
): Promise<Map<string, string>> {
  rmSync(folder, { recursive: true, force: true });
  let lose = () => undefined as void;
  const lost = new Promise<never>((_, reject) => {
    lose = () => reject(new Error('The indexer is gone'));
  });
  // Pagefind waits for ever for an answer of a process that is gone: then nothing is left to do here.
  process.once('beforeExit', lose);
  try {
    await Promise.race([lost, indexInto(folder, documents)]);
    return namesByUrl(folder);
  } catch (error) {
    if (error instanceof EnvironmentError) throw error;
    throw indexFailure('the indexer was ended from outside, perhaps for lack of memory');
  } finally {
    process.off('beforeExit', lose);
  }
}

/** Names are digests of the content, and only the files say whose they are. */
function namesByUrl(folder: string): Map<string, string> {
  const names = new Map<string, string>();
  const fragments = join(folder, 'fragment');
  if (!existsSync(fragments)) return names;
  for (const file of readdirSync(fragments)) {
    const name = file.replace(/\.pf_fragment$/, '');
    const content = gunzipSync(readFileSync(join(fragments, file))).toString();
    names.set(storedPageOf(name, content).url, name);
  }
  return names;
}

async function indexInto(folder: string, documents: Iterable<StoredDocument>): Promise<void> {
  const { createIndex } = await indexer();
  const { index, errors } = await createIndex({ verbose: false });
  if (!index) throw indexFailure(...errors);
  for (const batch of inBatches(documents)) {
    const answers = await Promise.all(
      batch.map((document) => index.addHTMLFile({ url: document.url, content: document.html })),
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

function* inBatches(documents: Iterable<StoredDocument>): Generator<StoredDocument[]> {
  let batch: StoredDocument[] = [];
  for (const document of documents) {
    batch.push(document);
    if (batch.length < atOnce) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Ends the indexer's process, which otherwise keeps this one alive. */
export async function closeTextIndexer(): Promise<void> {
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

import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { startOfFile } from '#diagnostics/diagnostic.ts';
import { maxFileBytes } from '#parse/decode.ts';
import { configFile, type Depth, type ReadRecord, type Source } from '#pipeline.ts';
import type { RecordFile } from '#parse/inventory.ts';
import { EnvironmentError } from './environment-error.ts';
import type { History } from '#validate/rule.ts';
import { formerAddresses } from './former-addresses.ts';
import { formerSymptoms } from './former-symptoms.ts';
import { listFiles } from './list-files.ts';
import { readOnAllCores, type FileBytes } from './read-pool.ts';
import { RecordCache } from './record-cache.ts';
import { workFolder } from './work-folder.ts';

/** Logs longer than this are linked, not shown in the page. Bytes. */
export const maxShownLog = 16_384;

/** Files longer than this are offered without being looked at. Bytes. */
const maxScanned = 4_194_304;

export interface KnowledgeBaseOptions {
  /** Keeps what was read from one call to the next; a dev server wants that. */
  keepInMemory?: boolean;
  /** Neither reads nor writes the cache on disk. */
  noCache?: boolean;
}

/** The files of a knowledge base on disk, as the pipeline wants them. */
export function knowledgeBase(root: string, options: KnowledgeBaseOptions = {}): Source {
  const cache = new RecordCache(options.noCache ? undefined : workFolder(root, 'cache'));
  return {
    config: () => Promise.resolve(readIfThere(join(root, configFile))),
    entries: () => Promise.resolve(listFiles(root, ['incidents', 'kb'])),
    records: async (files, depth) => {
      const isWorthIt = cache.isWorthLoading(files.length);
      const read = await recordsOf(root, files, depth, isWorthIt ? cache : new RecordCache());
      if (isWorthIt) cache.save();
      if (!options.keepInMemory) cache.forget();
      return read;
    },
    logs: (paths) => Promise.resolve(textsOf(root, paths, maxShownLog)),
    texts: (paths) => Promise.resolve(textsOf(root, paths, maxScanned)),
    history: () => Promise.resolve(historyOf(root, options)),
  };
}

function historyOf(root: string, { noCache }: KnowledgeBaseOptions): History | undefined {
  const cache = (name: string) => (noCache ? undefined : workFolder(root, 'cache', name));
  const symptoms = formerSymptoms(root, cache('symptoms'));
  return symptoms && { ...symptoms, addresses: formerAddresses(root, cache('addresses')) };
}

async function recordsOf(
  root: string,
  files: RecordFile[],
  depth: Depth,
  cache: RecordCache,
): Promise<ReadRecord[]> {
  const done = new Map<string, ReadRecord>();
  const missing: FileBytes[] = [];
  for (const { kind, file } of files) {
    const bytes = bytesOf(join(root, file));
    if (!bytes) {
      done.set(file, unreadable(file));
      continue;
    }
    const key = cache.keyOf(kind, file, bytes);
    const known = cache.get(key, depth);
    if (known) done.set(file, known);
    else missing.push({ kind, file, bytes, key });
  }
  for (const { key, read } of await readOnAllCores(missing, depth)) {
    done.set(read.file, read);
    cache.add(key, read);
  }
  return files.flatMap(({ file }) => done.get(file) ?? []);
}

/** One byte more than a record may have is enough to see that it is too large; no more is read. */
function bytesOf(path: string): Uint8Array | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    if (fstatSync(file).size <= maxFileBytes) return readFileSync(file);
    const bytes = Buffer.alloc(maxFileBytes + 1, '-');
    readSync(file, bytes);
    return bytes;
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function readIfThere(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw EnvironmentError.from(error, `${path} cannot be read`);
  }
}

function unreadable(file: string): ReadRecord {
  return {
    file,
    diagnostics: [
      {
        code: 'file-unreadable',
        severity: 'error',
        file,
        ...startOfFile,
        message: 'The file cannot be read; expected a readable file.',
        hint: 'Check its permissions.',
      },
    ],
  };
}

function textsOf(root: string, paths: string[], maxBytes: number): Map<string, string> {
  const texts = new Map<string, string>();
  for (const path of paths) {
    if (!existsSync(join(root, path))) continue;
    const bytes = readFileSync(join(root, path));
    if (bytes.length <= maxBytes) texts.set(path, new TextDecoder().decode(bytes));
  }
  return texts;
}

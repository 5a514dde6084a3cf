import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { codeDigest } from './code-digest.ts';
import { replaceFile } from './replace-file.ts';
import { makeWorkFolder } from './work-folder.ts';

/**
 * What was read from git's history at a commit, from a cache file if it was read there before: commits
 * never change, so it holds as long as the head and the code do.
 */
export function keptByHead<Value>(
  cache: string | undefined,
  head: string,
  read: () => Value,
): Value {
  const key = { code: codeDigest(), head };
  const kept = cache === undefined ? undefined : (keptIn(cache) as Kept<Value> | undefined);
  if (kept && kept.code === key.code && kept.head === head) return kept.value;
  const value = read();
  if (cache !== undefined) keep(cache, { ...key, value });
  return value;
}

interface Kept<Value> {
  code: string;
  head: string;
  value: Value;
}

function keptIn(cache: string): unknown {
  try {
    return existsSync(cache) ? JSON.parse(readFileSync(cache, 'utf8')) : undefined;
  } catch {
    return undefined;
  }
}

/** What cannot be kept is read again the next time. */
function keep(cache: string, kept: Kept<unknown>): void {
  try {
    makeWorkFolder(dirname(cache));
    replaceFile(cache, JSON.stringify(kept));
  } catch {
    // A disk that is full or read-only is told by whatever needs it.
  }
}

import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { symptomsIn } from '#parse/symptoms-in.ts';
import type { History } from '#validate/rule.ts';
import { codeDigest } from './code-digest.ts';
import { gitHistory, headOf, isRefused } from './git-history.ts';
import { replaceFile } from './replace-file.ts';
import { makeWorkFolder } from './work-folder.ts';

/** What is kept of a history: commits never change, so it holds as long as the head and the code do. */
interface Kept {
  code: string;
  head: string;
  gap?: History['gap'];
  symptoms: [file: string, symptoms: string[]][];
}

/**
 * The symptoms that earlier versions of the incidents had, through renames, as git remembers them;
 * undefined where there is no repository, or no commit in it. `cache` is the file in which they are kept.
 */
export function formerSymptoms(root: string, cache?: string): History | undefined {
  const head = headOf(root);
  if (head === undefined) {
    return isRefused(root) ? { symptoms: new Map(), gap: 'unreadable' } : undefined;
  }
  const kept = cache === undefined ? undefined : keptIn(cache);
  if (kept?.head === head && kept.code === codeDigest()) {
    return { symptoms: new Map(kept.symptoms), gap: kept.gap };
  }
  const { versions, gap } = gitHistory(root, 'incidents');
  const symptoms = [...versions].map(
    ([file, texts]) => [file, [...new Set(texts.flatMap(symptomsIn))]] as [string, string[]],
  );
  if (cache) keep(cache, { code: codeDigest(), head, gap, symptoms });
  return { symptoms: new Map(symptoms), gap };
}

function keptIn(cache: string): Kept | undefined {
  try {
    return existsSync(cache) ? (JSON.parse(readFileSync(cache, 'utf8')) as Kept) : undefined;
  } catch {
    return undefined;
  }
}

/** What cannot be kept is read again the next time. */
function keep(cache: string, kept: Kept): void {
  try {
    makeWorkFolder(dirname(cache));
    replaceFile(cache, JSON.stringify(kept));
  } catch {
    // A disk that is full or read-only is told by whatever needs it.
  }
}

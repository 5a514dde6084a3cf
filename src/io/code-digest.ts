import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

let known: string | undefined;

/** A digest of fixlore's own code: what was made by other code is never taken for fresh. */
export function codeDigest(): string {
  known ??= digestOf(join(dirname(fileURLToPath(import.meta.url)), isSource() ? '..' : '.'));
  return known;
}

function isSource(): boolean {
  return import.meta.url.endsWith('.ts');
}

function digestOf(folder: string): string {
  const digest = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.[jt]s$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) digest.update(readFileSync(file)).update('\0');
  return digest.digest('hex');
}

import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** What lies below a folder: each path with a digest of its bytes; of an empty folder just its path. */
export function treeOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    filesBelow(folder).map((path) => [path, hash('sha1', readFileSync(join(folder, path)))]),
  );
}

/** Every file below a folder, with slashes, in order. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** The files of a site as text, what is packed unpacked: the search index is gzip. */
export function textsOf(folder: string): Map<string, string> {
  return new Map(
    filesBelow(folder).map((path) => {
      const bytes = readFileSync(join(folder, path));
      const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
      return [path, (isPacked ? gunzipSync(bytes) : bytes).toString('utf8')];
    }),
  );
}

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** The files below a folder, each with a digest of its bytes, in order of their paths. */
export function treeOf(folder: string): Map<string, string> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  return new Map(
    paths.map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex'),
    ]),
  );
}

/** One digest of a whole tree: of each path and what it holds. `sha256sum` can compute it, too. */
export function hashOf(tree: ReadonlyMap<string, string>): string {
  const lines = [...tree].map(([path, digest]) => `${digest}  ${path}\n`);
  return createHash('sha256').update(lines.join('')).digest('hex');
}

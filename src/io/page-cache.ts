import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * Astro restores unchanged pages from its cache without looking at them, and records what it rendered
 * only at the end: a build that is cut off leaves new pages under old keys. So the cache is sealed
 * after each finished build with a digest of all that is in it, and one whose seal does not fit is
 * thrown away.
 */

const sealName = 'seal';

/** Removes a page cache that was damaged or not finished. */
export function dropUnlessSound(folder: string): void {
  if (!existsSync(folder)) return;
  const seal = join(folder, sealName);
  const isSound = existsSync(seal) && readFileSync(seal, 'utf8') === digestOf(folder);
  if (isSound) rmSync(seal);
  else rmSync(folder, { recursive: true, force: true });
}

/** Seals a page cache after the build that filled it. */
export function sealPageCache(folder: string): void {
  if (existsSync(folder)) writeFileSync(join(folder, sealName), digestOf(folder));
}

function digestOf(folder: string): string {
  const digest = createHash('sha1');
  const visit = (path: string) => {
    const entries = readdirSync(join(folder, path), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const inner = path ? `${path}/${entry.name}` : entry.name;
      if (inner === sealName) continue;
      if (entry.isDirectory()) visit(inner);
      else
        digest
          .update(`${inner}\0`)
          .update(readFileSync(join(folder, inner)))
          .update('\0');
    }
  };
  visit('');
  return digest.digest('hex');
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { PublishedFiles } from '#wall/closed-world.ts';
import { treeOf } from './tree-hash.ts';

/** The files of a built site; what is packed is unpacked. */
export function publishedFiles(folder: string): PublishedFiles {
  return new Map(
    [...treeOf(folder).keys()].map((path) => {
      const bytes = readFileSync(join(folder, path));
      const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
      return [path, isPacked ? gunzipSync(bytes) : bytes];
    }),
  );
}

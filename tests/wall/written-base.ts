import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WrittenBase } from '#wall/written-base.ts';
import { filesBelow } from '../tree.ts';

/** The files of a knowledge base on disk, as the prover takes them. */
export function writtenBase(root: string): WrittenBase {
  const paths = ['incidents', 'kb'].flatMap((folder) =>
    filesBelow(join(root, folder)).map((path) => `${folder}/${path}`),
  );
  return new Map(
    [...paths, 'fixlore.config.yaml'].map((path) => [path, readFileSync(join(root, path))]),
  );
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configFile } from '#model/config.ts';
import type { WrittenBase } from '#wall/written-base.ts';
import { listFiles } from './list-files.ts';

/** Every file of a knowledge base that can be read. */
export function writtenBase(root: string): WrittenBase {
  const paths = listFiles(root, ['incidents', 'kb']).flatMap(({ path, problem }) =>
    problem ? [] : [path],
  );
  return new Map([configFile, ...paths].map((path) => [path, readFileSync(join(root, path))]));
}

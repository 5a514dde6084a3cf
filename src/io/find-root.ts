import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { configFile } from '#pipeline.ts';

/** The nearest folder, from here upwards, that has a configuration; else the folder itself. */
export function findRoot(from: string): string {
  const start = resolve(from);
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, configFile))) return folder;
    if (dirname(folder) === folder) return start;
  }
}

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A folder below `.fixlore/`, where everything can be deleted at any time. Nothing is made yet. */
export function workFolder(root: string, ...names: string[]): string {
  return join(root, workFolderName, ...names);
}

/** Makes a folder below `.fixlore/`, and keeps all of that out of git. */
export function makeWorkFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
  let top = folder;
  while (!top.endsWith(workFolderName) && dirname(top) !== top) top = dirname(top);
  const ignore = join(top, '.gitignore');
  if (top.endsWith(workFolderName) && !existsSync(ignore)) writeFileSync(ignore, '*\n');
}

const workFolderName = '.fixlore';

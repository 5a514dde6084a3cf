import { lstatSync, readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { join, sep } from 'node:path';
import type { Entry } from '#parse/inventory.ts';

/**
 * Every file below the named folders of a root, hidden ones left out. Links to files are followed as
 * long as they stay inside the root; links to folders are not, so that nothing is read twice or in a
 * circle. What cannot be read is listed with its problem.
 */
export function listFiles(root: string, folders: readonly string[]): Entry[] {
  const realRoot = realpathSync(root);
  const entries: Entry[] = [];
  const visit = (folder: string) => {
    for (const dirent of listed(join(root, folder), entries, folder)) {
      if (dirent.name.startsWith('.')) continue;
      const path = `${folder}/${dirent.name}`;
      if (dirent.isDirectory() && !path.endsWith('.md')) visit(path);
      else entries.push(entryOf(root, realRoot, path, dirent));
    }
  };
  for (const folder of folders) visit(folder);
  return entries;
}

function listed(folder: string, entries: Entry[], path: string): Dirent[] {
  try {
    if (lstatSync(folder).isSymbolicLink()) {
      entries.push({ path, size: 0, problem: 'outside-root' });
      return [];
    }
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (isMissing(error)) return [];
    entries.push({ path, size: 0, problem: 'unreadable' });
    return [];
  }
}

function entryOf(root: string, realRoot: string, path: string, dirent: Dirent): Entry {
  if (dirent.isSymbolicLink()) return linkEntry(root, realRoot, path);
  if (!dirent.isFile()) return { path, size: 0, problem: 'not-a-file' };
  // A record's size is known when it is read; thousands of calls for it would be for nothing.
  return { path, size: path.endsWith('.md') ? 0 : lstatSync(join(root, path)).size };
}

function linkEntry(root: string, realRoot: string, path: string): Entry {
  try {
    const target = realpathSync(join(root, path));
    if (!target.startsWith(realRoot + sep)) return { path, size: 0, problem: 'outside-root' };
    const stat = statSync(target);
    return stat.isFile() ? { path, size: stat.size } : { path, size: 0, problem: 'not-a-file' };
  } catch {
    return { path, size: 0, problem: 'unreadable' };
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

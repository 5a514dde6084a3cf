import {
  closeSync,
  existsSync,
  lstatSync,
  openSync,
  readdirSync,
  realpathSync,
  statSync,
  type Dirent,
} from 'node:fs';
import { join, sep } from 'node:path';
import type { Entry } from '#parse/inventory.ts';

/**
 * Every file below the named folders of a root, hidden ones left out. Links to files are followed as
 * long as they stay inside these folders; links to folders are not, so that nothing is read twice or
 * in a circle. What cannot be read is listed with its problem. A root that is not there has no files.
 */
export function listFiles(root: string, folders: readonly string[]): Entry[] {
  if (!existsSync(root)) return [];
  const realRoot = realpathSync(root);
  const allowed = folders.map((folder) => join(realRoot, folder) + sep);
  const entries: Entry[] = [];
  const visit = (folder: string) => {
    for (const dirent of listed(join(root, folder), entries, folder)) {
      if (dirent.name.startsWith('.')) continue;
      const path = `${folder}/${dirent.name}`;
      if (dirent.isDirectory() && !path.endsWith('.md')) visit(path);
      else entries.push(entryOf(root, allowed, path, dirent));
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

function entryOf(root: string, allowed: string[], path: string, dirent: Dirent): Entry {
  if (dirent.isSymbolicLink()) return linkEntry(root, allowed, path);
  if (!dirent.isFile()) return { path, size: 0, problem: 'not-a-file' };
  // A record's size is known when it is read; thousands of calls for it would be for nothing.
  return path.endsWith('.md') ? { path, size: 0 } : fileEntry(join(root, path), path);
}

function linkEntry(root: string, allowed: string[], path: string): Entry {
  try {
    const target = realpathSync(join(root, path));
    const isInside = allowed.some((folder) => target.startsWith(folder));
    if (!isInside || hasHiddenStep(target, allowed))
      return { path, size: 0, problem: 'outside-root' };
    return fileEntry(target, path);
  } catch {
    return { path, size: 0, problem: 'unreadable' };
  }
}

/** Hidden files are not part of a knowledge base, so no link makes them one. */
function hasHiddenStep(target: string, allowed: string[]): boolean {
  return allowed.some(
    (folder) => target.startsWith(folder) && `/${target.slice(folder.length)}`.includes('/.'),
  );
}

function fileEntry(file: string, path: string): Entry {
  try {
    const stat = statSync(file);
    if (!stat.isFile()) return { path, size: 0, problem: 'not-a-file' };
    closeSync(openSync(file, 'r')); // evidence that cannot be read is told here, not in a build
    return { path, size: stat.size };
  } catch {
    return { path, size: 0, problem: 'unreadable' };
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

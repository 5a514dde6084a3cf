import { readdirSync, statSync, watch, type FSWatcher } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { EnvironmentError } from './environment-error.ts';

export interface Watched {
  /** Folders that count with all that is below them; they may not be there yet. */
  folders: readonly string[];
  /** Single files that count; which ones may change. */
  files: () => readonly string[];
}

/** A watch that goes on until it is closed. */
export interface Watch {
  /** Looks for folders that came or went; to be called after changes. */
  look: () => void;
  close: () => void;
}

/**
 * Watches one folder after the other: what watches a whole tree at once also watches what lies beside
 * the records, and a system has only so many watches to give.
 */
export function watchFiles(root: string, watched: Watched, onChange: () => void): Watch {
  const roots = watched.folders.map((folder) => join(root, folder));
  const watchers = new Map<string, { watcher: FSWatcher; inode: number }>();
  const files = () => watched.files().map((file) => join(root, file));

  const counts = (path: string) =>
    roots.some((folder) => path === folder || path.startsWith(folder + sep)) ||
    files().includes(path);
  const forget = (folder: string) => {
    watchers.get(folder)?.watcher.close();
    watchers.delete(folder);
  };
  const add = (folder: string) => {
    const inode = inodeOf(folder);
    if (inode === undefined || watchers.get(folder)?.inode === inode) return;
    forget(folder); // one of the same name may have come in its place
    const watcher = watch(folder, (_, name) => {
      if (name === null || (!name.startsWith('.') && counts(join(folder, name)))) onChange();
    });
    watcher.on('error', () => forget(folder));
    watchers.set(folder, { watcher, inode });
  };
  const look = () => {
    const wanted = new Set([
      root,
      ...files().map((file) => dirname(file)),
      ...roots.flatMap(below),
    ]);
    for (const folder of watchers.keys()) if (!wanted.has(folder)) forget(folder);
    for (const folder of wanted) add(folder);
  };

  try {
    look();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new EnvironmentError(`The folders of ${root} cannot be watched: ${reason}`);
  }
  return { look, close: () => [...watchers.keys()].forEach(forget) };
}

/** A folder and every folder in it, hidden ones left out. */
function below(folder: string): string[] {
  try {
    const inner = readdirSync(folder, { withFileTypes: true });
    const folders = inner.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
    return [folder, ...folders.flatMap(({ name }) => below(join(folder, name)))];
  } catch {
    return []; // not there, or not to be read: a check tells that
  }
}

function inodeOf(folder: string): number | undefined {
  try {
    return statSync(folder).ino;
  } catch {
    return undefined;
  }
}

import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import type { Source, SourceFile } from '#importers/importer.ts';
import { EnvironmentError } from './environment-error.ts';
import { listFiles } from './list-files.ts';

/** A folder to import from, and what in it cannot be read. */
export interface SourceFolder extends Source {
  unreadable: string[];
}

/**
 * The files of a folder, or a single file as a folder of one, in a fixed order; hidden files are left
 * out, and so are the records of the knowledge base where that lies inside of the source. Undefined if
 * the path lies in `incidents/` or `kb/` of the knowledge base itself.
 */
export function sourceFolder(path: string, root: string): SourceFolder | undefined {
  const real = realPath(path);
  const home = existsSync(root) ? realpathSync(root) : root;
  const own = ['incidents', 'kb', 'dist'].map((name) => join(home, name));
  const isOwn = (file: string) =>
    own.some((folder) => file === folder || file.startsWith(folder + sep));
  if (isOwn(real)) return undefined;
  if (!statSync(real).isDirectory()) {
    const file: SourceFile = { path: basename(real), read: () => bytesOf(real) };
    return { name: basename(dirname(real)), files: [file], unreadable: [] };
  }
  const entries = listFiles(real, ['.'])
    .map((entry) => ({ ...entry, path: entry.path.slice(2) }))
    .filter((entry) => !isOwn(join(real, entry.path)))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return {
    name: basename(real),
    files: entries.map(({ path: file, problem }): SourceFile => {
      return { path: file, read: () => (problem ? undefined : bytesOf(join(real, file))) };
    }),
    unreadable: entries.filter(({ problem }) => problem === 'unreadable').map((one) => one.path),
  };
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    throw EnvironmentError.from(error, `${path} cannot be read`);
  }
}

function bytesOf(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { EnvironmentError } from './environment-error.ts';

/*
 * Promises about the output folder (dist/ unless told otherwise):
 *
 * - A site's folder MUST hold a whole site, old or new, whenever nothing is between the two renames
 *   of a swap. It MUST NOT be changed by a build that fails, is interrupted or is killed.
 * - New sites MUST be complete in folders beside it, on the same file system, before the journal is
 *   written. From the journal on the swap MUST be finished, by this run or the next.
 * - Two builds MUST NOT write at once; the lock of a dead process MUST NOT keep others out.
 */

/** The output folder while one build holds its lock. */
export interface OutputFolder {
  /** Where a new site is built. Empty at first. */
  newFolder: (site: string) => string;
  /** Puts the new sites in the place of the old ones. */
  swap: (sites: readonly string[]) => void;
  /** Removes what was not swapped in, and the lock. */
  release: () => void;
}

/** Takes the lock, mends what a killed build left, and prepares empty folders. */
export function openOutput(folder: string, pid = process.pid): OutputFolder {
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, '.fixlore-lock');
  takeLock(lock, pid);
  try {
    recover(folder);
  } catch (error) {
    rmSync(lock, { force: true });
    throw EnvironmentError.from(error, `The output folder ${folder} cannot be mended`);
  }
  return {
    newFolder: (site) => newFolder(folder, site),
    swap: (sites) => swap(folder, sites),
    release: () => {
      removeLeftovers(folder);
      rmSync(lock, { force: true });
    },
  };
}

const newPrefix = '.fixlore-new-';
const oldPrefix = '.fixlore-old-';
const journalName = '.fixlore-swap.json';
const sitesKnown = ['public', 'internal'];

function newFolder(folder: string, site: string): string {
  const path = join(folder, newPrefix + site);
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path);
  return path;
}

function swap(folder: string, sites: readonly string[]): void {
  writeDurably(join(folder, journalName), JSON.stringify(sites));
  finishSwap(folder, sites);
}

/** Can be run again after being cut off anywhere: each step looks at what is there. */
function finishSwap(folder: string, sites: readonly string[]): void {
  for (const site of sites) {
    const [target, fresh, old] = [site, newPrefix + site, oldPrefix + site].map((name) =>
      join(folder, name),
    ) as [string, string, string];
    if (!existsSync(fresh)) continue;
    if (existsSync(target)) {
      rmSync(old, { recursive: true, force: true });
      renameSync(target, old);
    }
    renameSync(fresh, target);
  }
  rmSync(join(folder, journalName), { force: true });
  for (const site of sites)
    rmSync(join(folder, oldPrefix + site), { recursive: true, force: true });
}

function recover(folder: string): void {
  const journal = join(folder, journalName);
  const sites = existsSync(journal) ? readJournal(journal) : undefined;
  if (sites) finishSwap(folder, sites);
  rmSync(journal, { force: true });
  removeLeftovers(folder);
}

/** A journal that was cut off while it was written announces a swap that had not begun. */
function readJournal(journal: string): string[] | undefined {
  try {
    const sites: unknown = JSON.parse(readFileSync(journal, 'utf8'));
    return Array.isArray(sites) ? sites.filter((site) => sitesKnown.includes(site)) : undefined;
  } catch {
    return undefined;
  }
}

function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const site = name.startsWith(oldPrefix) ? name.slice(oldPrefix.length) : undefined;
    if (site && !existsSync(join(folder, site))) renameSync(path, join(folder, site));
    else if (site || name.startsWith(newPrefix)) rmSync(path, { recursive: true, force: true });
  }
}

function writeDurably(path: string, text: string): void {
  const file = openSync(path, 'w');
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function takeLock(lock: string, pid: number): void {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (createLock(lock, pid)) return;
    const holder = holderOf(lock);
    if (holder === 'unknown' || (holder !== undefined && isAlive(holder))) {
      throw new EnvironmentError(
        `Another build is writing there (process ${holder}). Wait for it, or end it. If there is none, remove ${lock}.`,
      );
    }
    if (holder !== undefined) removeDeadLock(lock, holder, pid);
  }
  throw new EnvironmentError(`The lock ${lock} cannot be taken. Run again.`);
}

/** Takes a dead lock away, and puts it back if another process has renewed it in between. */
function removeDeadLock(lock: string, holder: number, pid: number): void {
  const aside = `${lock}.${pid}`;
  try {
    renameSync(lock, aside);
  } catch {
    return; // somebody else took it away: that is what we wanted
  }
  if (holderOf(aside) === holder) rmSync(aside, { force: true });
  else renameSync(aside, lock);
}

function createLock(lock: string, pid: number): boolean {
  try {
    const file = openSync(lock, 'wx');
    writeSync(file, String(pid));
    closeSync(file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw EnvironmentError.from(error, `The output cannot be locked with ${lock}`);
  }
}

/** The process that holds a lock; unknown while it is being written, undefined if it is gone. */
function holderOf(lock: string): number | 'unknown' | undefined {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    if (Number.isInteger(pid) && pid > 0) return pid;
    return Date.now() - statSync(lock).mtimeMs < 5000 ? 'unknown' : 0;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  if (pid === 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

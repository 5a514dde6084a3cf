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
  writeFileSync,
  writeSync,
} from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { EnvironmentError, systemCode } from './environment-error.ts';

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
  /** Where a new site is built. Empty at first, and beside it is room for what belongs to it. */
  newFolder: (site: string) => string;
  /** Puts the new sites in the place of the old ones. */
  swap: (sites: readonly string[]) => void;
  /** Removes what was not swapped in, and the lock. May be called again. */
  release: () => void;
}

/** Takes the lock, mends what a killed build left, and prepares empty folders. */
export function openOutput(folder: string, pid = process.pid): OutputFolder {
  makeFolder(folder);
  const lock = join(folder, '.fixlore-lock');
  takeLock(lock, pid);
  held.add(lock);
  // Helpers of a killed build may write for a moment longer: never into a folder of this one.
  const work = join(folder, `${workPrefix}${pid}-${randomUUID().slice(0, 8)}`);
  try {
    recover(folder);
  } catch (error) {
    held.delete(lock);
    rmSync(lock, { force: true });
    throw EnvironmentError.from(error, `The output folder ${folder} cannot be mended`);
  }
  return {
    newFolder: (site) => {
      refuseForeign(join(folder, site));
      mkdirSync(join(work, site), { recursive: true });
      return join(work, site);
    },
    swap: (sites) => {
      if (holderOf(lock) !== pid) {
        throw new EnvironmentError(`The lock ${lock} was taken away meanwhile. Run again.`);
      }
      swap(folder, work, sites);
    },
    release: () => {
      held.delete(lock);
      // What was interrupted may still be writing its last file.
      rmSync(work, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
      if (holderOf(lock) !== pid) return;
      if (!existsSync(join(folder, journalName))) removeLeftovers(folder);
      rmSync(lock, { force: true });
    },
  };
}

/** The locks that this process holds. */
const held = new Set<string>();

const workPrefix = '.fixlore-work-';
const newPrefix = '.fixlore-new-';
const oldPrefix = '.fixlore-old-';
const journalName = '.fixlore-swap.json';
const sitesKnown = ['public', 'internal'];

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw EnvironmentError.from(error, `The output folder ${folder} cannot be made`);
  }
}

/** A swap removes what was there, so nothing is swapped with a folder that fixlore did not make. */
function refuseForeign(target: string): void {
  if (!existsSync(target)) return;
  const isOurs = ['_headers', 'pagefind'].every((name) => existsSync(join(target, name)));
  if (isOurs || isEmptyFolder(target)) return;
  throw new EnvironmentError(
    `${target} is not a site that fixlore made, and would be replaced. Move it away, or choose another folder with --out.`,
  );
}

function isEmptyFolder(path: string): boolean {
  return statSync(path).isDirectory() && readdirSync(path).length === 0;
}

function swap(folder: string, work: string, sites: readonly string[]): void {
  for (const site of sites) {
    const fresh = join(folder, newPrefix + site);
    rmSync(fresh, { recursive: true, force: true });
    renameSync(join(work, site), fresh);
  }
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
    else if (site || name.startsWith(newPrefix) || name.startsWith(workPrefix)) {
      rmSync(path, { recursive: true, force: true });
    }
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
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (createLock(lock, pid)) return;
    const holder = holderOf(lock);
    if (holder === 'unknown') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    else if (holder !== undefined && isHolding(holder, lock, pid)) {
      throw new EnvironmentError(
        `Another build is writing there (process ${holder}). Wait for it, or end it. If there is none, remove ${lock}.`,
      );
    } else if (holder !== undefined) removeDeadLock(lock, holder, pid);
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
    writeFileSync(lock, String(pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    if (holderOf(lock) === 'unknown') rmSync(lock, { force: true }); // made, but not written
    throw EnvironmentError.from(error, `The output cannot be locked with ${lock}`);
  }
}

/** The process that holds a lock; unknown while it is being written, undefined if it is gone. */
function holderOf(lock: string): number | 'unknown' | undefined {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    if (Number.isInteger(pid) && pid > 0) return pid;
    return Date.now() - statSync(lock).mtimeMs < 1000 ? 'unknown' : 0;
  } catch {
    return undefined;
  }
}

/** A lock with our own number may be that of a namesake: in a container numbers start again. */
function isHolding(holder: number, lock: string, pid: number): boolean {
  return holder === pid ? held.has(lock) : isAlive(holder);
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

import { chmodSync, mkdirSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A new folder outside the repository for all tests of a file; it goes when they are done. */
export function suiteFolder(parent = tmpdir()): string {
  const folder = mkdtempSync(join(parent, 'fixlore-'));
  chmodSync(folder, 0o755);
  // Not rmSync: that one ends the process at a link that leads to itself.
  afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** A folder in a suite's folder, made. */
export function folderIn(suite: string, name: string): string {
  const folder = join(suite, name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A new folder outside the repository that everybody may enter. It goes with the test. */
export function temporaryFolder(): string {
  const parent = mkdtempSync(join(tmpdir(), 'fixlore-'));
  chmodSync(parent, 0o755);
  const folder = join(parent, 'kb');
  mkdirSync(folder);
  onTestFinished(() => {
    unlock(parent);
    rmSync(parent, { recursive: true });
  });
  return folder;
}

/** A temporary folder with these files. */
export function folderWith(files: Record<string, string | Uint8Array>): string {
  const folder = temporaryFolder();
  for (const [path, content] of Object.entries(files)) put(folder, path, content);
  return folder;
}

/** Writes a file and the folders above it. */
export function put(folder: string, path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

/** A folder that may not be read cannot be removed with what is in it. */
function unlock(folder: string): void {
  chmodSync(folder, 0o755);
  for (const name of readdirSync(folder)) {
    if (lstatSync(join(folder, name)).isDirectory()) unlock(join(folder, name));
  }
}

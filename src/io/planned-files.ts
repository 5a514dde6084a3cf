import { linkSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A file that a command wants to write, relative to the knowledge base. */
export interface PlannedFile {
  path: string;
  content: string | Uint8Array;
}

/** A planned file beside what is there: `kept` is there already with other content. */
export interface PlannedStep extends PlannedFile {
  state: 'new' | 'unchanged' | 'kept';
}

/** Compares the plan with the disk. Nothing is written. */
export function compared(root: string, files: readonly PlannedFile[]): PlannedStep[] {
  return files.map((file) => ({ ...file, state: stateOf(join(root, file.path), file.content) }));
}

/**
 * Writes what is new. What exists is never overwritten, not even if it appeared in between, and a
 * file is there as a whole or not at all: a second run takes half a file for one that was edited.
 */
export function writeNew(root: string, steps: readonly PlannedStep[]): void {
  for (const { path, content, state } of steps) {
    if (state === 'new') writeWhole(join(root, path), content);
  }
}

function writeWhole(target: string, content: string | Uint8Array): void {
  mkdirSync(dirname(target), { recursive: true });
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}`);
  try {
    writeFileSync(temporary, content);
    linkSync(temporary, target); // unlike a rename it refuses to replace what is there
  } finally {
    rmSync(temporary, { force: true });
  }
}

function stateOf(path: string, content: string | Uint8Array): PlannedStep['state'] {
  const there = lstatSync(path, { throwIfNoEntry: false });
  if (!there) return 'new';
  if (!there.isFile()) return 'kept';
  return readFileSync(path).equals(Buffer.from(content)) ? 'unchanged' : 'kept';
}

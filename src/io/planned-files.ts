import { lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

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

/** Writes what is new. What exists is never overwritten, not even if it appeared in between. */
export function writeNew(root: string, steps: readonly PlannedStep[]): void {
  for (const { path, content, state } of steps) {
    if (state !== 'new') continue;
    const target = join(root, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content, { flag: 'wx' });
  }
}

function stateOf(path: string, content: string | Uint8Array): PlannedStep['state'] {
  if (!lstatSync(path, { throwIfNoEntry: false })) return 'new';
  const there = readFileSync(path);
  return there.equals(Buffer.from(content)) ? 'unchanged' : 'kept';
}

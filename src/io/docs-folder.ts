import { hash } from 'node:crypto';
import { lstatSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DocsPlan, Found } from '#export/docs/docs-plan.ts';
import { manifestPath } from '#export/docs/manifest.ts';
import { EnvironmentError } from './environment-error.ts';
import { replaceFile } from './replace-file.ts';

/** The digest of a file; a text has the same one with the line ends of another system. */
export function fileDigest(path: string, content: Uint8Array): string {
  if (!/\.(md|json)$/.test(path)) return hash('sha256', content);
  return hash('sha256', new TextDecoder().decode(content).replaceAll('\r\n', '\n'));
}

/** What is at a path below a folder. A symbolic link on the way leads elsewhere, and is no part of it. */
export function foundIn(folder: string, path: string): Found {
  const names = path.split('/');
  for (const index of names.keys()) {
    const one = join(folder, ...names.slice(0, index + 1));
    const there = lstatSync(one, { throwIfNoEntry: false });
    if (!there) return 'nothing';
    const isLast = index === names.length - 1;
    if (isLast ? !there.isFile() : !there.isDirectory()) return 'no-file';
  }
  return { digest: fileDigest(path, readFileSync(join(folder, path))) };
}

/** Carries a plan out. The manifest says first what is to be written, so that a crash leaves no stranger. */
export function carryOut(folder: string, { steps, begin, end }: DocsPlan): void {
  const manifest = join(folder, manifestPath);
  const isChange = steps.some(({ kind }) => ['new', 'changed', 'removed'].includes(kind));
  try {
    if (isChange) replaceFile(manifest, begin);
    for (const { path, kind, content } of steps) {
      if (kind === 'removed') remove(folder, path);
      else if (content && (kind === 'new' || kind === 'changed')) {
        replaceFile(join(folder, path), content);
      }
    }
    if (isChange || readIfThere(manifest) !== end) replaceFile(manifest, end);
  } catch (error) {
    throw EnvironmentError.from(error, `The articles cannot be written to ${folder}`);
  }
}

/** The text of the manifest, or undefined if there is none. */
export function manifestIn(folder: string): string | undefined {
  const path = join(folder, manifestPath);
  const there = lstatSync(path, { throwIfNoEntry: false });
  if (there && !there.isFile()) throw new EnvironmentError(`${path} is no file.`);
  return there && readFileSync(path, 'utf8');
}

function readIfThere(path: string): string | undefined {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile()
    ? readFileSync(path, 'utf8')
    : undefined;
}

/** With the folders that hold nothing any more. */
function remove(folder: string, path: string): void {
  rmSync(join(folder, path));
  for (let above = dirname(path); above !== '.'; above = dirname(above)) {
    try {
      rmdirSync(join(folder, above));
    } catch {
      return; // something else is in it
    }
  }
}

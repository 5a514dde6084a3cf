import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EnvironmentError } from '#io/environment-error.ts';
import { packageRoot } from '#io/package-root.ts';
import { variantOf } from '#wall/variant.ts';
import type { WrittenBase } from '#wall/written-base.ts';
import { surroundings, type Surroundings } from './surroundings.ts';
import { hashOf, treeOf } from './tree-hash.ts';

export interface WholeBuilds {
  /** How many public sites were built, the reference included. */
  built: number;
  /** Of the public tree of the reference. */
  hash: string;
  /** The first build whose tree is another one. */
  found?: { words: string; changes: string[]; paths: string[] };
  /** Where the reference was written. */
  folder: string;
}

/**
 * Builds the public site of a knowledge base and of variants of it, each by a process of its own in
 * other surroundings, and compares the trees.
 */
export async function wholeBuilds(
  base: WrittenBase,
  options: { workFolder: string; onBuild?: (done: number, total: number) => void },
): Promise<WholeBuilds> {
  const total = surroundings.length;
  let reference: { tree: Map<string, string>; folder: string } | undefined;
  for (const [index, around] of surroundings.entries()) {
    const { files, changes } =
      index === 0 ? { files: base, changes: [] } : variantOf(base, index - 1);
    const root = join(options.workFolder, around.folder);
    writeFiles(root, files);
    if (around.hasHistory) commit(root, index);
    await build(root, around);
    const folder = join(root, 'dist', 'public');
    const tree = treeOf(folder);
    reference ??= { tree, folder };
    const paths = differing(reference.tree, tree);
    const result = { built: index + 1, hash: hashOf(reference.tree), folder: reference.folder };
    if (paths.length > 0) return { ...result, found: { words: around.words, changes, paths } };
    options.onBuild?.(index + 1, total);
  }
  if (!reference) throw new Error('There are no surroundings to build in');
  return { built: total, hash: hashOf(reference.tree), folder: reference.folder };
}

/** What a former variant left beside the records stays: caches, and an old output. */
export function writeFiles(root: string, files: WrittenBase): void {
  for (const name of ['incidents', 'kb'])
    rmSync(join(root, name), { recursive: true, force: true });
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), bytes);
  }
}

/** A history that the reference does not have. Without git there is none, and nothing is lost. */
function commit(root: string, index: number): void {
  const env = {
    ...process.env,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_AUTHOR_DATE: `200${index}-02-03T04:05:06Z`,
    GIT_COMMITTER_DATE: `201${index}-02-03T04:05:06Z`,
  };
  const git = (...args: string[]) => spawnSync('git', args, { cwd: root, env, stdio: 'ignore' });
  rmSync(join(root, '.git'), { recursive: true, force: true });
  git('init', '--quiet');
  git('add', '--all');
  const who = ['-c', `user.name=Variant ${index}`, '-c', `user.email=variant${index}@wall.example`];
  git(...who, '-c', 'commit.gpgSign=false', 'commit', '--quiet', '--message', `Variant ${index}`);
}

/** Builds the public site of these files in plain surroundings, and says where it is. */
export async function builtAlone(root: string, files: WrittenBase): Promise<string> {
  writeFiles(root, files);
  await build(root, surroundings[0]!);
  return join(root, 'dist', 'public');
}

export async function build(
  root: string,
  { env, audience, now }: Surroundings,
  before: readonly string[] = [],
): Promise<void> {
  const program = join(packageRoot(), 'bin', 'fixlore.mjs');
  const [command = '', ...args] = [...before, process.execPath, program];
  const child = spawn(
    command,
    [...args, 'build', '--audience', audience, '--now', now, '-C', root],
    { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => void (said += text));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) throw new EnvironmentError(`A variant could not be built: ${firstError(said)}`);
}

/** The first error of a build, in one line. */
function firstError(said: string): string {
  const lines = said.split('\n').map((line) => line.trim());
  return lines.find((line) => /^(?:error|fixlore:) /.test(line)) ?? lines.at(-1) ?? '';
}

export function differing(
  one: ReadonlyMap<string, string>,
  other: ReadonlyMap<string, string>,
): string[] {
  return [...new Set([...one.keys(), ...other.keys()])]
    .filter((path) => one.get(path) !== other.get(path))
    .sort();
}

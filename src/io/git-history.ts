import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The earlier versions of the files of a folder, as git remembers them. */
export interface GitHistory {
  /** The texts that a file had in any commit, by its path today, through renames; each text once. */
  versions: Map<string, string[]>;
  /** Why not everything could be seen, if so. */
  gap?: 'shallow' | 'unreadable';
}

/** The commit that is checked out; undefined where there is none, no repository, or no git. */
export function headOf(root: string): string | undefined {
  return git(root, ['rev-parse', '--verify', '--quiet', 'HEAD'])?.trim();
}

/** Whether this is a repository of which git says nothing: it is another user's, damaged, or git is missing. */
export function isRefused(root: string): boolean {
  let folder = resolve(root);
  while (!existsSync(join(folder, '.git')) && dirname(folder) !== folder) folder = dirname(folder);
  return existsSync(join(folder, '.git')) && git(root, ['rev-parse', '--git-dir']) === undefined;
}

/**
 * Reads the history of the records below a folder of a knowledge base that is in a repository.
 *
 * A repository is untrusted, its configuration included: only plumbing commands are used, which follow no
 * alias, pager, hook, external diff, text conversion or signature program; the file system monitor is
 * off; and nothing is fetched, whatever a partial clone may want.
 */
export function gitHistory(root: string, folder: string): GitHistory {
  const prefix = git(root, ['rev-parse', '--show-prefix'])?.trim() ?? '';
  const isShallow = git(root, ['rev-parse', '--is-shallow-repository'])?.trim() === 'true';
  const commits = git(root, ['rev-list', '--topo-order', 'HEAD', '--', folder]);
  if (commits === undefined) return { versions: new Map(), gap: 'unreadable' };
  const changes = git(
    root,
    [
      'diff-tree',
      '--stdin',
      '--root',
      '-m',
      '-r',
      '-z',
      '-M60%',
      '--raw',
      '--no-abbrev',
      '--no-commit-id',
      '--',
      folder,
    ],
    commits,
  );
  if (changes === undefined) return { versions: new Map(), gap: 'unreadable' };
  const blobs = blobsByFile(rawChanges(changes), prefix);
  const texts = textsOf(root, [...new Set([...blobs.values()].flatMap((ids) => [...ids]))]);
  const versions = new Map(
    [...blobs].map(([file, ids]) => [file, [...ids].flatMap((id) => texts.get(id) ?? [])] as const),
  );
  const isWhole = [...blobs.values()].every((ids) => [...ids].every((id) => texts.has(id)));
  if (isShallow) return { versions, gap: 'shallow' };
  return isWhole ? { versions } : { versions, gap: 'unreadable' };
}

interface Change {
  status: string;
  before: string;
  after: string;
  from: string;
  to: string;
}

/** `:100644 100644 <before> <after> R095\0old\0new\0`, newest commit first. */
function rawChanges(raw: string): Change[] {
  const parts = raw.split('\0');
  const changes: Change[] = [];
  for (let at = 0; at < parts.length - 1;) {
    const [, , before = '', after = '', status = ''] = (parts[at] ?? '')
      .replace(/^:/, '')
      .split(' ');
    const isMove = /^[RC]/.test(status);
    const from = parts[at + 1] ?? '';
    const to = isMove ? (parts[at + 2] ?? '') : from;
    changes.push({ status, before, after, from, to });
    at += isMove ? 3 : 2;
  }
  return changes;
}

const nothing = /^0+$/;

/**
 * The blobs of each file, by its path today. Going back in time, a rename hands what follows over to the
 * file that it became.
 */
function blobsByFile(changes: readonly Change[], prefix: string): Map<string, Set<string>> {
  const today = new Map<string, string>();
  const blobs = new Map<string, Set<string>>();
  const nameToday = (path: string) => today.get(path) ?? path;
  for (const { status, before, after, from, to } of changes) {
    if (!to.endsWith('.md')) continue;
    const file = nameToday(to);
    const ids = blobs.get(file) ?? new Set<string>();
    blobs.set(file, ids);
    if (!nothing.test(after)) ids.add(after);
    if (!nothing.test(before)) ids.add(before);
    if (status.startsWith('R')) today.set(from, file);
  }
  return new Map([...blobs].map(([file, ids]) => [file.slice(prefix.length), ids]));
}

/** The contents of blobs, read in one go. */
function textsOf(root: string, ids: readonly string[]): Map<string, string> {
  const texts = new Map<string, string>();
  if (ids.length === 0) return texts;
  const { stdout } = run(root, ['cat-file', '--batch'], `${ids.join('\n')}\n`);
  for (let at = 0; at < stdout.length;) {
    const end = stdout.indexOf(10, at);
    if (end === -1) break;
    const [id = '', kind, size = '0'] = stdout.subarray(at, end).toString('latin1').split(' ');
    at = end + 1;
    if (kind !== 'blob') continue; // "missing": there is no content
    texts.set(id, new TextDecoder().decode(stdout.subarray(at, at + Number(size))));
    at += Number(size) + 1;
  }
  return texts;
}

/** Standard output of a git command; undefined if it failed or there is no git. */
function git(root: string, args: readonly string[], input = ''): string | undefined {
  const { status, stdout } = run(root, args, input);
  return status === 0 ? stdout.toString('utf8') : undefined;
}

function run(root: string, args: readonly string[], input: string) {
  const safe = [
    '-c',
    'core.fsmonitor=false',
    '-c',
    'core.quotePath=false',
    '-c',
    'protocol.allow=never',
  ];
  const result = spawnSync('git', [...safe, ...args], {
    cwd: root,
    input,
    maxBuffer: 2 ** 31 - 1,
    env: {
      ...process.env,
      GIT_OPTIONAL_LOCKS: '0',
      GIT_NO_LAZY_FETCH: '1',
      GIT_TERMINAL_PROMPT: '0',
      GIT_CONFIG_NOSYSTEM: '1',
    },
  });
  return { status: result.status, stdout: result.stdout ?? Buffer.alloc(0) };
}

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The earlier versions of the files of a folder, as git remembers them. */
export interface GitHistory {
  /** What a file was in any commit, by its path today, through renames; each text once for a path. */
  versions: Map<string, Version[]>;
  /** Why not everything could be seen, if so. */
  gap?: 'shallow' | 'unreadable';
}

/** A file as it once was. */
export interface Version {
  /** Its path then. */
  path: string;
  text: string;
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
 * off; and nothing is fetched, whatever a partial clone may want. With `isFirstParentOnly` the commits of
 * merged branches are left out: what they were while they were apart.
 */
export function gitHistory(
  root: string,
  folder: string,
  options: { isFirstParentOnly?: boolean } = {},
): GitHistory {
  const prefix = git(root, ['rev-parse', '--show-prefix'])?.trim() ?? '';
  const isShallow = git(root, ['rev-parse', '--is-shallow-repository'])?.trim() === 'true';
  const which = options.isFirstParentOnly ? ['--first-parent'] : [];
  const commits = git(root, ['rev-list', '--topo-order', ...which, 'HEAD', '--', folder]);
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
  const ids = new Set(
    [...blobs.values()].flatMap((paths) => [...paths.values()].flatMap((all) => [...all])),
  );
  const texts = textsOf(root, [...ids]);
  const versions = new Map(
    [...blobs].map(([file, paths]) => [file, versionsOf(paths, texts)] as const),
  );
  const isWhole = [...ids].every((id) => texts.has(id));
  if (isShallow) return { versions, gap: 'shallow' };
  return isWhole ? { versions } : { versions, gap: 'unreadable' };
}

function versionsOf(paths: Map<string, Set<string>>, texts: Map<string, string>): Version[] {
  return [...paths].flatMap(([path, ids]) =>
    [...ids].flatMap((id) => {
      const text = texts.get(id);
      return text === undefined ? [] : [{ path, text }];
    }),
  );
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
 * The blobs of each file, by its path today and then by its path at that time. Going back in time, a rename hands what follows over to the
 * file that it became.
 */
function blobsByFile(
  changes: readonly Change[],
  prefix: string,
): Map<string, Map<string, Set<string>>> {
  const today = new Map<string, string>();
  const blobs = new Map<string, Map<string, Set<string>>>();
  const nameToday = (path: string) => today.get(path) ?? path;
  for (const { status, before, after, from, to } of changes) {
    if (!to.endsWith('.md')) continue;
    const file = nameToday(to);
    const paths = blobs.get(file) ?? new Map<string, Set<string>>();
    blobs.set(file, paths);
    const add = (path: string, id: string) => {
      const then = path.slice(prefix.length);
      if (!nothing.test(id)) paths.set(then, (paths.get(then) ?? new Set()).add(id));
    };
    add(to, after);
    add(from, before);
    if (status.startsWith('R')) today.set(from, file);
  }
  return new Map([...blobs].map(([file, paths]) => [file.slice(prefix.length), paths]));
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

import { execFileSync } from 'node:child_process';
import { put, temporaryFolder } from './temporary-folder.ts';

/* Real repositories, for what git remembers. */

export const who = ['-c', 'user.name=A writer', '-c', 'user.email=writer@acme.example'];

/** A repository without a commit. It goes with the test. */
export function repository(): string {
  const root = temporaryFolder();
  git(root, 'init', '--quiet');
  return root;
}

/** Commits everything, with these files as they are here. */
export function commit(root: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) put(root, path, text);
  git(root, 'add', '--all');
  git(root, ...who, 'commit', '--quiet', '--allow-empty', '--message', 'A version');
}

export function git(root: string, ...args: string[]): void {
  execFileSync('git', args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
}

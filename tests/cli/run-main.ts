import { main } from '#cli/main.ts';
import type { Io } from '#io/io.ts';

export interface Said {
  code: number;
  stdout: string;
  stderr: string;
}

/** The moment at which these calls happen. */
export const now = Date.parse('2026-11-20T09:30:00Z');

/** Calls the command as a function, where nobody can be asked unless told otherwise. */
export async function runMain(
  argv: readonly string[],
  surroundings: Partial<Io> & Pick<Io, 'cwd'>,
): Promise<Said> {
  const said = { stdout: '', stderr: '' };
  const code = await main(argv, {
    stdout: (text) => void (said.stdout += text),
    stderr: (text) => void (said.stderr += text),
    env: {},
    isTerminal: false,
    columns: 80,
    now: () => now,
    interrupted: new AbortController().signal,
    ...surroundings,
  });
  return { code, ...said };
}

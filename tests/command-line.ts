import { main } from '#cli/main.ts';
import type { ExitCode } from '#cli/command.ts';
import type { Io } from '#io/io.ts';

/** How a command ended, and what it said on its two channels. */
export interface Said {
  code: ExitCode;
  stdout: string;
  stderr: string;
}

/** Calls the command line in this process, in surroundings that are plain unless told otherwise. */
export async function called(argv: readonly string[], parts: Partial<Io> = {}): Promise<Said> {
  const said = { stdout: '', stderr: '' };
  const code = await main(argv, {
    stdout: (text) => void (said.stdout += text),
    stderr: (text) => void (said.stderr += text),
    cwd: '/',
    env: {},
    isTerminal: false,
    columns: 80,
    now: () => Date.UTC(2026, 2, 14),
    interrupted: new AbortController().signal,
    ...parts,
  });
  return { code, ...said };
}

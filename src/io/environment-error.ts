/** Something outside the records and outside fixlore stands in the way: a disk, a port, a lock. */
export class EnvironmentError extends Error {
  /** Says what failed in the words of the system, with the path and what to do. */
  static from(error: unknown, what: string): EnvironmentError {
    const reason = reasons[systemCode(error) ?? ''];
    return new EnvironmentError(
      `${what}: ${reason ?? (error instanceof Error ? error.message : String(error))}`,
    );
  }
}

/**
 * The system's code of a failure ("ENOSPC"), or undefined if it was none of the system's. A bundler
 * passes such errors on inside its own, an indexer in another language only as text.
 */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && /^E[A-Z]+$/.test(String(error.code))) return String(error.code);
  const inner = [error.cause, ...('errors' in error ? [error.errors].flat() : [])];
  for (const one of inner) {
    const code = systemCode(one);
    if (code) return code;
  }
  return codeInText(error.message);
}

function codeInText(text: string): string | undefined {
  const number = /\(os error (\d+)\)/.exec(text)?.[1];
  const code = number ? codesOfNumbers[number] : /\bE[A-Z]{4,}\b/.exec(text)?.[0];
  return code && Object.hasOwn(reasons, code) ? code : undefined;
}

/** What Rust prints instead of a name; the numbers of Linux, which macOS shares but for the last. */
const codesOfNumbers: Readonly<Record<string, string>> = {
  1: 'EPERM',
  13: 'EACCES',
  24: 'EMFILE',
  27: 'EFBIG',
  28: 'ENOSPC',
  30: 'EROFS',
  122: 'EDQUOT',
};

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied. Check who may read and write there.',
  EADDRINUSE: 'the port is taken. Choose another with --port.',
  EDQUOT: 'the disk quota is used up. Free some space and run again; the old output is unchanged.',
  EFBIG: 'a file would be larger than allowed here (see "ulimit -f"). The old output is unchanged.',
  EMFILE: 'too many files are open. Raise the limit ("ulimit -n").',
  ENOSPC: 'the disk is full. Free some space and run again; the old output is unchanged.',
  EPERM: 'the operation is not permitted. Check who may write there.',
  EROFS: 'the file system is read-only.',
};

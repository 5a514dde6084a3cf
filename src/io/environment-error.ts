/** Something outside the records and outside fixlore stands in the way: a disk, a port, a lock. */
export class EnvironmentError extends Error {
  /** Says what failed in the words of the system, with the path and what to do. */
  static from(error: unknown, what: string): EnvironmentError {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const reason = reasons[code] ?? (error instanceof Error ? error.message : String(error));
    return new EnvironmentError(`${what}: ${reason}`);
  }
}

const reasons: Record<string, string> = {
  EACCES: 'permission denied. Check who may write there.',
  EADDRINUSE: 'the port is taken. Choose another with --port.',
  EDQUOT: 'the disk quota is used up. Free some space and run again; the old output is unchanged.',
  EFBIG: 'a file would be larger than allowed here (see "ulimit -f"). The old output is unchanged.',
  EMFILE: 'too many files are open. Raise the limit ("ulimit -n").',
  ENOSPC: 'the disk is full. Free some space and run again; the old output is unchanged.',
  EPERM: 'the operation is not permitted. Check who may write there.',
  EROFS: 'the file system is read-only.',
};

import { tmpdir } from 'node:os';

/** The user without rights of most systems. */
const nobody = 65_534;

/**
 * Runs something as a user to whom permissions apply. For root, as in a container, they do not: then
 * the process gives its rights up until it is done.
 */
export async function asOrdinaryUser<Result>(run: () => Promise<Result>): Promise<Result> {
  if (process.getuid?.() !== 0) return run();
  const home = process.env['HOME'];
  process.env['HOME'] = tmpdir(); // git wants to read what it finds in there
  process.seteuid!(nobody); // where this is missing, the test must fail, not pass as root
  try {
    return await run();
  } finally {
    process.seteuid!(0);
    process.env['HOME'] = home;
  }
}

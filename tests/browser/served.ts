import { beforeAll, expect } from 'vitest';
import { fixlore, start } from '../fixlore.ts';

export interface Served {
  /** The addresses of the two sites, with a slash at the end. */
  public: string;
  internal: string;
}

/** Builds a knowledge base and serves its sites with `fixlore preview` for all tests of a file. */
export function serveSites(root: string, fill: (root: string) => void): Served {
  const served: Served = { public: '', internal: '' };
  beforeAll(async () => {
    fill(root);
    const { code, stderr } = await fixlore(['build'], { cwd: root });
    expect(code, stderr).toBe(0);
    Object.assign(served, await preview(root));
  });
  return served;
}

/** Serves what was built; it ends with the tests of the file. */
export async function preview(root: string): Promise<Served> {
  const running = start(['preview', '--port', '0'], { cwd: root });
  await running.until(/Stop with/);
  const found = [...running.said().matchAll(/^(internal|public) +(\S+)$/gm)];
  return Object.fromEntries(
    found.map(([, audience, address]) => [audience, address]),
  ) as unknown as Served;
}

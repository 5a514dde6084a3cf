import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measured, type Measurement } from '../measure/process-tree.ts';

export interface HugoMeasurement {
  hugo: Measurement;
  pagefind: Measurement;
}

const pagefind = fileURLToPath(import.meta.resolve('pagefind')).replace(
  /index\.js$/,
  'runner/bin.cjs',
);

/** The version of Hugo on this machine; undefined, with advice, if there is none. */
export function hugoVersion(): string | undefined {
  const { stdout, error } = spawnSync('hugo', ['version'], { encoding: 'utf8' });
  if (!error) return /v[\d.]+/.exec(stdout)?.[0];
  console.log('Hugo is missing, so there is nothing to compare with: apt-get install hugo\n');
  return undefined;
}

/** Builds the site of `writeHugoSite` from nothing, then its search index. */
export async function measuredHugo(folder: string): Promise<HugoMeasurement> {
  const output = join(folder, 'public');
  rmSync(output, { recursive: true, force: true });
  const hugo = await measured(['hugo', '--quiet', '--source', folder]);
  return { hugo, pagefind: await measured([process.execPath, pagefind, '--site', output]) };
}

import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { program } from './command-line.ts';
import { measured, type Measurement, type ProcessUse } from './process-tree.ts';

/** A build with what it spent its time on. */
export interface BuildMeasurement extends Measurement {
  /** Wall time by phase; some go on at the same time. Seconds. */
  phases: Map<string, number>;
}

const reporter = new URL('report-phases.ts', import.meta.url).href;

/** Runs "fixlore build". `scratch` is a folder for the measurements. */
export async function measuredBuild(root: string, scratch: string): Promise<BuildMeasurement> {
  const file = join(scratch, 'phases.json');
  rmSync(file, { force: true });
  const command = [process.execPath, '--import', reporter, program, 'build', '-C', root] as const;
  const env = { ...process.env, FIXLORE_BENCH_PHASES: file };
  const measurement = await measured([...command], { env });
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  const phases = lines.flatMap((line) => JSON.parse(line) as { name: string; duration: number }[]);
  return {
    ...measurement,
    phases: new Map(phases.map(({ name, duration }) => [name, duration / 1000])),
  };
}

/** The process that indexes, whoever started it. */
export function isPagefind({ command }: ProcessUse): boolean {
  return /pagefind_extended|pagefind[^ ]* --service/.test(command);
}

/** The command itself and the process that renders the public pages. */
export function isFixlore(one: ProcessUse): boolean {
  return !isPagefind(one);
}

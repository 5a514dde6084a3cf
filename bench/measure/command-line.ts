import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** What every measuring script can be told. */
export interface BenchOptions {
  /** How many records, one table for each. */
  counts: number[];
  seed: number;
  /** Runs of everything; without it, fewer for more records. */
  runs?: number;
}

export const program = fileURLToPath(new URL('../../bin/fixlore.mjs', import.meta.url));

/** The options of a measuring script; undefined after showing help or a complaint. */
export function benchOptions(help: string): BenchOptions | undefined {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seed: { type: 'string', default: '1' },
      runs: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const counts = positionals.length > 0 ? positionals.map(Number) : [1000, 10_000];
  const isUsable = [...counts, Number(values.runs ?? 1)].every((n) => Number.isInteger(n) && n > 0);
  if (values.help || !isUsable) {
    console.log(help);
    process.exitCode = values.help ? 0 : 2;
    return undefined;
  }
  return {
    counts,
    seed: Number(values.seed),
    ...(values.runs && { runs: Number(values.runs) }),
  };
}

/** Does something in a new folder, which is removed afterwards. */
export async function inTemporaryFolder<Result>(
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'fixlore-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs something several times, one after the other. */
export async function repeated<Result>(
  times: number,
  work: (turn: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let turn = 0; turn < times; turn += 1) results.push(await work(turn));
  return results;
}

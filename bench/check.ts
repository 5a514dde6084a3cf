import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeKnowledgeBase } from './corpus/write.ts';
import {
  benchOptions,
  inTemporaryFolder,
  program,
  repeated,
  type BenchOptions,
} from './measure/command-line.ts';
import { cpuOf, megabytes, peakOf, seconds, table, type Row } from './measure/figures.ts';
import { measured, type Measurement } from './measure/process-tree.ts';

const help = `Measures "fixlore check": without a cache, with one, and for one file.

  node bench/check.ts [N…] [--runs R] [--seed S]

N: how many records, default 1000 10000. R: how often each is run, default 5 (3 from 5000 records).
`;

const options = benchOptions(help);
for (const count of options?.counts ?? []) console.log(await checkTable(count, options!), '\n');

async function checkTable(count: number, { seed, runs }: BenchOptions): Promise<string> {
  const times = runs ?? (count < 5000 ? 5 : 3);
  return inTemporaryFolder(async (root) => {
    const { records } = writeKnowledgeBase(root, count, seed);
    const check = (...paths: string[]) =>
      measured([process.execPath, program, 'check', '-C', root, ...paths]);
    await check(); // the code of fixlore itself is compiled and cached by Node now
    const cold = await repeated(times, () => {
      rmSync(join(root, '.fixlore'), { recursive: true });
      return check();
    });
    const warm = await repeated(times, () => check());
    const oneFile = await repeated(times, (turn) => check(join(root, records[turn * 7] ?? '')));
    return table(`check, ${count} records`, [
      row('cold', cold),
      row('warm', warm),
      row('one file', oneFile),
    ]);
  });
}

function row(name: string, runs: Measurement[]): Row {
  const all = () => true;
  return {
    name,
    figures: {
      wall: seconds(runs.map(({ wall }) => wall)),
      CPU: seconds(runs.map((run) => cpuOf(run, all))),
      'peak memory': megabytes(runs.map((run) => peakOf(run, all))),
    },
  };
}

import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeKnowledgeBase } from './corpus/write.ts';
import { writeHugoSite } from './hugo/hugo-site.ts';
import { hugoVersion, measuredHugo, type HugoMeasurement } from './hugo/measured-hugo.ts';
import {
  benchOptions,
  inTemporaryFolder,
  repeated,
  type BenchOptions,
} from './measure/command-line.ts';
import {
  cpuOf,
  median,
  megabytes,
  peakOf,
  ratio,
  seconds,
  table,
  type Row,
} from './measure/figures.ts';
import { isFixlore, isPagefind, measuredBuild, type BuildMeasurement } from './measure/fixlore.ts';
import type { Measurement } from './measure/process-tree.ts';

const help = `Measures "fixlore build" of both sites with their search: from nothing, without a change, and
after an edit of one incident; and the same records through Hugo and Pagefind as one site.

  node bench/build.ts [N…] [--runs R] [--seed S]

N: how many records, default 1000 10000. R: how often each is run, default 3 (2 from 5000 records).
Hugo is a package of Debian: apt-get install hugo. Without it only fixlore is measured.
`;

const options = benchOptions(help);
const peer = options && hugoVersion();
if (peer) console.log(`Compared with Hugo ${peer}.\n`);
for (const count of options?.counts ?? []) console.log(await buildTables(count, options!), '\n');

async function buildTables(count: number, { seed, runs }: BenchOptions): Promise<string> {
  const times = runs ?? (count < 5000 ? 3 : 2);
  return inTemporaryFolder(async (scratch) => {
    const root = join(scratch, 'records');
    const { records } = writeKnowledgeBase(root, count, seed);
    const build = () => measuredBuild(root, scratch);
    const cold = await repeated(times, () => {
      for (const name of ['.fixlore', 'dist']) removeFolder(join(root, name));
      return build();
    });
    const noChange = await repeated(times, build);
    const oneEdit = await repeated(times, (turn) => {
      appendFileSync(join(root, anIncident(records, turn)), `\nSeen once more, ${turn + 1}.\n`);
      return build();
    });
    const hugo = peer ? await hugoRuns(root, join(scratch, 'hugo'), times) : [];
    const kinds = { cold, 'no change': noChange, 'one edit': oneEdit };
    return [
      table(`build, ${count} records`, [
        ...Object.entries(kinds).map(([name, measurements]) => row(name, measurements, hugo)),
        ...(peer ? [hugoRow(hugo)] : []),
      ]),
      table(`phases, ${count} records`, Object.entries(kinds).map(phaseRow)),
    ].join('\n\n');
  });
}

function removeFolder(path: string): void {
  rmSync(path, { recursive: true, force: true });
}

async function hugoRuns(root: string, folder: string, times: number): Promise<HugoMeasurement[]> {
  writeHugoSite(root, folder);
  return repeated(times, () => measuredHugo(folder));
}

function anIncident(records: readonly string[], turn: number): string {
  const incidents = records.filter((path) => path.startsWith('incidents/'));
  return incidents[(turn * 37 + 5) % incidents.length] ?? '';
}

function row(name: string, runs: BuildMeasurement[], hugo: HugoMeasurement[]): Row {
  const wall = runs.map((run) => run.wall);
  const whole = hugo.map(wallOf);
  return {
    name,
    figures: {
      wall: seconds(wall),
      'CPU fixlore': seconds(runs.map((run) => cpuOf(run, isFixlore))),
      'CPU Pagefind': seconds(runs.map((run) => cpuOf(run, isPagefind))),
      'peak fixlore': megabytes(runs.map((run) => peakOf(run, isFixlore))),
      'peak Pagefind': megabytes(runs.map((run) => peakOf(run, isPagefind))),
      ...(whole.length > 0 && {
        'wall to Hugo + Pagefind': ratio(median(wall) / median(whole)),
        'CPU to Hugo + Pagefind': ratio(median(runs.map(allCpu)) / median(hugo.map(hugoCpu))),
      }),
    },
  };
}

function hugoRow(runs: HugoMeasurement[]): Row {
  const all = () => true;
  return {
    name: 'Hugo + Pagefind, cold',
    figures: {
      wall: seconds(runs.map(wallOf)),
      'CPU fixlore': seconds(runs.map(({ hugo }) => cpuOf(hugo, all))),
      'CPU Pagefind': seconds(runs.map(({ pagefind }) => cpuOf(pagefind, all))),
      'peak fixlore': megabytes(runs.map(({ hugo }) => peakOf(hugo, all))),
      'peak Pagefind': megabytes(runs.map(({ pagefind }) => peakOf(pagefind, all))),
    },
  };
}

function wallOf({ hugo, pagefind }: HugoMeasurement): number {
  return hugo.wall + pagefind.wall;
}

function hugoCpu({ hugo, pagefind }: HugoMeasurement): number {
  return allCpu(hugo) + allCpu(pagefind);
}

function allCpu(measurement: Measurement): number {
  return cpuOf(measurement, () => true);
}

function phaseRow([name, runs]: [string, BuildMeasurement[]]): Row {
  const names = [...new Set(runs.flatMap(({ phases }) => [...phases.keys()]))];
  return {
    name,
    figures: Object.fromEntries(
      names.map((phase) => [phase, seconds(runs.flatMap(({ phases }) => phases.get(phase) ?? []))]),
    ),
  };
}

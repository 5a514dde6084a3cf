import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const help = `Runs every measurement, one after the other.

  npm run bench -- [N…] [--runs R] [--seed S]

Each of them can be run alone, and tells with --help what it measures: bench/check.ts,
bench/derive.ts, bench/build.ts.
`;

const args = process.argv.slice(2);

if (args.includes('--help') || args.includes('-h')) console.log(help);
else {
  for (const script of ['check.ts', 'derive.ts', 'build.ts']) {
    const path = fileURLToPath(new URL(script, import.meta.url));
    const { status } = spawnSync(process.execPath, [path, ...args], { stdio: 'inherit' });
    if (status !== 0) process.exitCode = status ?? 1;
  }
}

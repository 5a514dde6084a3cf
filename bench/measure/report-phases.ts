import { appendFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/*
 * Loaded into fixlore with --import: when it ends, its phases (see src/site/phase.ts) are appended to
 * the file that FIXLORE_BENCH_PHASES names, one JSON array per process.
 */

const file = process.env['FIXLORE_BENCH_PHASES'];
const prefix = 'fixlore: ';

if (file && isMainThread) {
  process.on('exit', () => {
    const phases = performance
      .getEntriesByType('measure')
      .filter(({ name }) => name.startsWith(prefix))
      .map(({ name, startTime, duration }) => {
        return { name: name.slice(prefix.length), start: startTime, duration };
      });
    if (phases.length > 0) appendFileSync(file, `${JSON.stringify(phases)}\n`);
  });
}

import { availableParallelism } from 'node:os';
import { setImmediate as messages } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { readRecord, type Depth, type ReadRecord } from '#pipeline.ts';
import type { RecordKind } from '#schema/index.ts';

export interface FileBytes {
  kind: RecordKind;
  file: string;
  bytes: Uint8Array;
  key: string;
}

export interface KeyedRead {
  key: string;
  read: ReadRecord;
}

/** What a worker is asked for, and what it answers. */
export interface ReadRequest {
  batch: FileBytes[];
  depth: Depth;
}

/** Below this, starting workers takes longer than they save. */
const worthWorkers: Record<Depth, number> = { check: 1000, render: 200 };
const batchSize = 40;

/** A worker's garbage is collected a little more often, so that it takes half of the memory. */
const youngMegabytes = 32;

/**
 * Reads records, on all cores if there are many: this thread does its part, for every further one has
 * to load and warm up the same code. The order of the answers is not that of the files.
 */
export async function readOnAllCores(files: FileBytes[], depth: Depth): Promise<KeyedRead[]> {
  if (files.length < worthWorkers[depth]) return readHere({ batch: files, depth });
  const batches = batchesOf(files);
  const results: KeyedRead[] = [];
  const collect = (done: KeyedRead[]) => void results.push(...done);
  const others = Array.from({ length: availableParallelism() - 1 }, () =>
    runWorker(batches, depth, collect),
  );
  for (let batch = batches.shift(); batch; batch = batches.shift()) {
    collect(await readHere({ batch, depth }));
    await messages(); // the workers' answers and requests come in between
  }
  await Promise.all(others);
  return results;
}

/** Reads one batch in this thread. */
export async function readHere({ batch, depth }: ReadRequest): Promise<KeyedRead[]> {
  const results: KeyedRead[] = [];
  for (const { kind, file, bytes, key } of batch) {
    results.push({ key, read: await readRecord(kind, file, bytes, depth) });
  }
  return results;
}

function batchesOf(files: FileBytes[]): FileBytes[][] {
  const batches: FileBytes[][] = [];
  for (let from = 0; from < files.length; from += batchSize) {
    batches.push(files.slice(from, from + batchSize));
  }
  return batches;
}

/** Feeds one worker with batches, one ahead of what it works on, until none are left. */
function runWorker(
  batches: FileBytes[][],
  depth: Depth,
  collect: (done: KeyedRead[]) => void,
): Promise<void> {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const worker = new Worker(new URL(`./read-worker.${ending}`, import.meta.url), {
    resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes },
  });
  return new Promise((resolve, reject) => {
    let waiting = 0;
    const next = () => {
      const batch = batches.shift();
      if (batch) {
        waiting += 1;
        worker.postMessage({ batch, depth } satisfies ReadRequest);
      } else if (waiting === 0) {
        void worker.terminate();
        resolve();
      }
    };
    worker.on('message', (done: KeyedRead[]) => {
      waiting -= 1;
      collect(done);
      next();
    });
    worker.on('error', reject);
    next();
    next();
  });
}

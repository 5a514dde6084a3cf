import { parentPort } from 'node:worker_threads';
import { readHere, type ReadRequest } from './read-pool.ts';

/* Reads batches of records on a core of its own; see read-pool.ts. */

parentPort?.on('message', (request: ReadRequest) => {
  void readHere(request).then((done) => parentPort?.postMessage(done));
});

import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isFromSource } from '#io/package-root.ts';
import type { LastGood } from '#io/last-good.ts';
import type { Audience } from '#schema/article.ts';

/** What a builder process is told to do, once. */
export interface DevBuildJob {
  root: string;
  outFolder: string;
  audience: Audience;
  lastGood: LastGood;
}

export type DevBuildAnswer = { kind: 'built' } | { kind: 'failed'; message: string };

/**
 * Builds in a process of its own each time, since a bundle that was once imported stays as it was. The
 * next process is started while nothing is to be done, and waits with everything loaded.
 */
export class DevBuilder {
  #waiting: ChildProcess | undefined;
  #busy: ChildProcess | undefined;
  #isClosed = false;

  prepare(): void {
    this.#waiting ??= startBuilder();
  }

  /** Resolves with the reason if the build failed. */
  async build(job: DevBuildJob): Promise<string | undefined> {
    this.prepare();
    this.#busy = this.#waiting!;
    this.#waiting = undefined;
    const answer = await answerOf(this.#busy, job);
    if (this.#isClosed) return 'The server was stopped.';
    this.#busy = undefined;
    this.prepare();
    return answer.kind === 'failed' ? answer.message : undefined;
  }

  close(): void {
    this.#isClosed = true;
    this.#waiting?.kill();
    this.#busy?.kill();
  }
}

function startBuilder(): ChildProcess {
  const entry = new URL(`./dev-build-process.${isFromSource ? 'ts' : 'js'}`, import.meta.url);
  return fork(fileURLToPath(entry), [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
}

function answerOf(child: ChildProcess, job: DevBuildJob): Promise<DevBuildAnswer> {
  return new Promise((resolve) => {
    let answer: DevBuildAnswer | undefined;
    child.once('message', (message: DevBuildAnswer) => {
      answer = message;
    });
    child.once('error', (error) => resolve({ kind: 'failed', message: error.message }));
    child.once('exit', (code) => {
      resolve(answer ?? { kind: 'failed', message: `The build was cut off (${code})` });
    });
    child.send(job);
  });
}

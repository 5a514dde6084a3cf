import { spawn, type ChildProcess } from 'node:child_process';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';

/** How the command ended, and what it said. */
export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

export interface Running {
  child: ChildProcess;
  ended: Promise<Ended>;
  /** What was said so far, on both channels. */
  said: () => string;
  /** Waits until something was said; rejects if the command ends before. */
  until: (pattern: RegExp) => Promise<RegExpExecArray>;
}

export interface Surroundings {
  cwd: string;
  env?: Record<string, string>;
  /** What is run with the arguments; default: the command of this repository. */
  command?: readonly string[];
  uid?: number;
}

const bin = join(import.meta.dirname, '..', 'bin', 'fixlore.mjs');
const running = new Set<Running>();

// Each runs in a process group of its own, so that nothing of it outlives the tests.
afterAll(async () => {
  const left = [...running];
  for (const { child } of left) signalGroup(child, 'SIGKILL');
  await Promise.all(left.map(({ ended }) => ended));
});

/** Runs the command to its end. */
export function fixlore(args: readonly string[], surroundings: Surroundings): Promise<Ended> {
  return start(args, surroundings).ended;
}

/** Starts the command in surroundings that say nothing about these tests. */
export function start(args: readonly string[], surroundings: Surroundings): Running {
  const { cwd, env = {}, uid } = surroundings;
  const [program = '', ...first] = surroundings.command ?? [process.execPath, bin];
  const child = spawn(program, [...first, ...args], {
    cwd,
    env: { ...plainEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    ...(uid !== undefined && { uid, gid: uid }),
  });
  const said = { stdout: '', stderr: '', both: '' };
  const listeners = new Set<() => void>();
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      said[name] += text;
      said.both += text;
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      running.delete(one);
      resolve({ code, signal, stdout: said.stdout, stderr: said.stderr });
      for (const listener of listeners) listener();
    });
  });
  const one: Running = {
    child,
    ended,
    said: () => said.both,
    until: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(said.both);
          if (!match && running.has(one)) return;
          listeners.delete(look);
          if (match) resolve(match);
          else reject(new Error(`It ended without saying ${String(pattern)}:\n${said.both}`));
        };
        listeners.add(look);
        look();
      }),
  };
  running.add(one);
  return one;
}

/** Sends a signal to a command and all that it has started, as a terminal does. */
export function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // nobody is left
  }
}

/** Paths and language only: no colour, no debugging, nothing that a test runner sets. */
export function plainEnvironment(): Record<string, string> {
  const kept = ['HOME', 'TMPDIR', 'TEMP', 'SYSTEMROOT', 'npm_config_registry', 'npm_config_cache'];
  const entries = kept.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []));
  const path = [dirname(process.execPath), process.env['PATH']].join(':');
  return { ...Object.fromEntries(entries), PATH: path, LANG: 'C.UTF-8' };
}

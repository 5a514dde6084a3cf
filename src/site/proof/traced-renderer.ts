import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WrittenBase } from '#wall/written-base.ts';
import { surroundings } from './surroundings.ts';
import { build, writeFiles } from './whole-builds.ts';

export interface Separation {
  /** How many files the process that renders the public pages has opened, and those it started. */
  opened: number;
  /** Those of them that are internal. */
  internal: string[];
  /** How many internal files other processes of the same build have opened: the trace does see them. */
  openedElsewhere: number;
}

/**
 * Builds the public site once while the system writes down which process opens which file. Undefined
 * where the system has no strace, or does not let it look.
 */
export async function tracedRenderer(
  base: WrittenBase,
  folder: string,
): Promise<Separation | undefined> {
  const traces = join(folder, 'traces');
  mkdirSync(traces, { recursive: true });
  if (spawnSync('strace', ['-o', join(traces, 'try'), 'true']).status !== 0) return undefined;
  const root = join(folder, 'kb');
  writeFiles(root, base);
  const calls = 'trace=open,openat,openat2,execve,clone,clone3,fork,vfork';
  const strace = ['strace', '-ff', '-s', '4096', '-e', calls, '-e', 'signal=none'];
  await build(root, surroundings[0]!, [...strace, '-o', join(traces, 'process')]);
  return separationOf(traces, root);
}

/** There is one trace for each thread; a renderer is whoever is told to run the public entry. */
function separationOf(traces: string, root: string): Separation {
  const byProcess = new Map(
    readdirSync(traces)
      .filter((name) => name.startsWith('process.'))
      .map((name) => [name.slice('process.'.length), readFileSync(join(traces, name), 'utf8')]),
  );
  const renderers = [...byProcess].flatMap(([id, trace]) =>
    /execve\([^\n]*render-public\.[jt]s/.test(trace) ? [id] : [],
  );
  if (renderers.length === 0) throw new Error('No process rendered public pages in the trace');
  const family = new Set(renderers);
  for (const id of family) {
    const started = byProcess.get(id)?.matchAll(/(?:clone3?|v?fork)\(.*= (\d+)$/gm) ?? [];
    for (const [, child = ''] of started) family.add(child);
  }
  const isInternal = (path: string) =>
    path.startsWith(join(root, 'incidents')) || path.startsWith('incidents/');
  const opened = openedIn([...family].map((id) => byProcess.get(id) ?? ''));
  const everywhere = openedIn([...byProcess.values()]);
  return {
    opened: opened.size,
    internal: [...opened].filter(isInternal),
    openedElsewhere: [...everywhere].filter(isInternal).length,
  };
}

function openedIn(traces: readonly string[]): Set<string> {
  const call = /open(?:at2?)?\((?:[^,"]*, )?"([^"]*)"/g;
  return new Set(traces.flatMap((trace) => [...trace.matchAll(call)].map(([, path = '']) => path)));
}

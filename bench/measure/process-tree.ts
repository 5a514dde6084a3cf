import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What one process used, as the system counted it. */
export interface ProcessUse {
  /** Its command line. */
  command: string;
  /** User and system time of all its threads. Seconds. */
  cpu: number;
  /** The most memory it ever held (resident set). Bytes. */
  peak: number;
}

export interface Measurement {
  /** From the start to the end of the first process. Seconds. */
  wall: number;
  /** The first process and all it started, in that order. */
  processes: ProcessUse[];
}

/** How often the processes are looked at. Milliseconds. */
const interval = 10;

/**
 * Runs a command and measures it with every process it starts. The counters of Linux are read from
 * `/proc` every few milliseconds; they are cumulative, so only the end of a process can be missed.
 */
export async function measured(
  command: readonly [string, ...string[]],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Measurement> {
  const [program, ...args] = command;
  const seen = new Map<number, ProcessUse>();
  const started = performance.now();
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
  let complaints = '';
  child.stderr.on('data', (text) => (complaints += text));
  const timer = setInterval(() => look(child.pid ?? 0, seen), interval);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', resolve);
  }).finally(() => clearInterval(timer));
  const wall = (performance.now() - started) / 1000;
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}:\n${complaints}`);
  return { wall, processes: [...seen.values()] };
}

/** Notes what a process and its descendants have used so far. */
function look(root: number, seen: Map<number, ProcessUse>): void {
  const waiting = [root];
  for (let pid = waiting.pop(); pid !== undefined; pid = waiting.pop()) {
    const now = stateOf(pid);
    if (!now) continue;
    const before = seen.get(pid);
    // What has ended but was not waited for has times, but no memory and no command line any more.
    seen.set(pid, {
      command: now.command || (before?.command ?? ''),
      cpu: now.cpu,
      peak: Math.max(now.peak, before?.peak ?? 0),
    });
    waiting.push(...now.children);
  }
}

/** Ticks of the counters in `/proc/PID/stat`: 100 a second on every Linux that Node runs on. */
const ticksPerSecond = 100;

/** Undefined for a process that is gone. */
function stateOf(pid: number): (ProcessUse & { children: number[] }) | undefined {
  try {
    const read = (name: string) => readFileSync(`/proc/${pid}/${name}`, 'utf8');
    const times = read('stat').split(') ').at(-1)?.split(' ') ?? [];
    const peak = /^VmHWM:\s*(\d+) kB/m.exec(read('status'))?.[1] ?? 0;
    return {
      command: read('cmdline').replaceAll('\0', ' ').trim(),
      cpu: (Number(times[11]) + Number(times[12])) / ticksPerSecond,
      peak: Number(peak) * 1024,
      children: read(`task/${pid}/children`).split(' ').filter(Boolean).map(Number),
    };
  } catch {
    return undefined;
  }
}

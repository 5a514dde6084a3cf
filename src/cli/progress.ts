import type { Io } from '#io/io.ts';

/** Says how far long work is: one line that is rewritten on a terminal, plain lines elsewhere. */
export interface Progress {
  /** A new stage begins. */
  step: (text: string) => void;
  /** One of several parts that go on at once. */
  part: (what: string, done: number, total: number) => void;
  /** Clears the line. */
  done: () => void;
}

/** Nothing is shown in the first second: what is quick needs no progress. */
const quiet = 1000;
const interval = 100;

export function progressOf(io: Io): Progress {
  return io.isTerminal ? onTerminal(io) : inLines(io);
}

function onTerminal(io: Io): Progress {
  const started = io.now();
  const parts = new Map<string, string>();
  let last = 0;
  const show = (text: string) => {
    const now = io.now();
    if (now - started < quiet || now - last < interval) return;
    last = now;
    io.stderr(`\r\u001b[2K${text.slice(0, io.columns - 1)}`);
  };
  return {
    step: show,
    part: (what, done, total) => {
      parts.set(what, `${what} ${done}/${total}`);
      show([...parts.values()].join(', '));
    },
    done: () => {
      if (last > 0) io.stderr('\r\u001b[2K');
    },
  };
}

function inLines(io: Io): Progress {
  const started = io.now();
  const told = new Map<string, number>();
  return {
    step: () => undefined,
    part: (what, done, total) => {
      const tenth = Math.floor((done / Math.max(total, 1)) * 4);
      if (io.now() - started < quiet || (told.get(what) ?? 0) >= tenth) return;
      told.set(what, tenth);
      io.stderr(`${what}: ${done} of ${total}\n`);
    },
    done: () => undefined,
  };
}

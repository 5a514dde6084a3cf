import type { ParseArgsOptionDescriptor } from 'node:util';
import type { Io } from '#io/io.ts';

/** One command of the command line. */
export interface Command {
  name: string;
  /** One line for the list of commands. */
  summary: string;
  /** What follows the name: "[PATH…]". */
  usage: string;
  /** The options with what they do, as `--help` shows them. */
  options: Record<string, OptionSpec>;
  /** Further lines for `--help`. */
  details?: string;
  /** Whether the folder of the knowledge base may be missing, because the command makes it. */
  makesRoot?: boolean;
  /** Runs it and returns the exit code. Throws `UsageError` for wrong usage. */
  run: (call: Call) => Promise<ExitCode>;
}

export interface OptionSpec extends ParseArgsOptionDescriptor {
  /** What it does. */
  help: string;
  /** The name of its value: "DIR". */
  value?: string;
}

/** A command as it was called. */
export interface Call {
  /** The knowledge base: absolute. */
  root: string;
  args: string[];
  options: Record<string, string | boolean | string[] | undefined>;
  io: Io;
}

/** 0 fine, 1 the records have errors, 2 the command could not run, 130 interrupted. */
export type ExitCode = 0 | 1 | 2 | 130;

/** The command was called in a way it does not understand. */
export class UsageError extends Error {}

/** The value of a text option. */
export function textOption({ options }: Call, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

/** The value of an option that takes one of a few words. */
export function wordOption<Word extends string>(
  call: Call,
  name: string,
  words: readonly Word[],
  standard: Word,
): Word {
  const value = textOption(call, name) ?? standard;
  const word = words.find((one) => one === value);
  if (!word) throw new UsageError(`--${name} takes one of ${words.join(', ')}.`);
  return word;
}

/** The value of an option that takes a whole number of 0 or more. */
export function numberOption(call: Call, name: string): number | undefined {
  const value = textOption(call, name);
  if (value === undefined) return undefined;
  if (!/^\d{1,7}$/.test(value)) throw new UsageError(`--${name} takes a whole number.`);
  return Number(value);
}

/** The moment of which questions about time are asked, so that every result can be had again. */
export const nowOption = {
  type: 'string',
  value: 'TIME',
  help: 'what is due or old at that moment instead of now: 2026-11-20 or 2026-11-20T09:00Z',
} as const;

/** The value of `--now` in milliseconds since 1970; the clock without it. A bare day begins in UTC. */
export function timeOption(call: Call): number {
  const value = textOption(call, 'now');
  if (value === undefined) return call.io.now();
  const isTime = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d))?$/.test(value);
  const time = isTime ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time)) {
    throw new UsageError(
      '--now takes a day or a time with its zone: 2026-11-20, 2026-11-20T09:00Z.',
    );
  }
  return time;
}

/** The sites that a command can be asked for. */
export const audienceWords = ['all', 'public', 'internal'] as const;

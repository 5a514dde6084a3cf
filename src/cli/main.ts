import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { printable } from '#diagnostics/printable.ts';
import { EnvironmentError } from '#io/environment-error.ts';
import { findRoot } from '#io/find-root.ts';
import type { Io } from '#io/io.ts';
import { version } from '#model/version.ts';
import { didYouMean } from '#parse/did-you-mean.ts';
import { UsageError, type Command, type ExitCode } from './command.ts';
import { commandHelp, generalHelp } from './help.ts';
import { commandNames, loadCommand, loadCommands } from './index.ts';

/** The command line as a function: arguments in, exit code out. Text goes through `io`. */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await dispatch(argv, io);
  } catch (error) {
    if (io.interrupted.aborted) return 130;
    io.stderr(`${failure(error, io)}\n`);
    return 2;
  }
}

async function dispatch(argv: readonly string[], io: Io): Promise<ExitCode> {
  const [first = 'help', ...rest] = withoutLeadingRoot(argv);
  if (first === '--version' || first === '-v') {
    io.stdout(`fixlore ${version}\n`);
    return 0;
  }
  if (first === 'help' || first === '--help' || first === '-h') return help(rest[0], io);
  const command = await loadCommand(first);
  if (!command) throw unknownCommand(first);
  return runCommand(command, rest, io);
}

/** `fixlore -C DIR check` is `fixlore check -C DIR`. */
function withoutLeadingRoot(argv: readonly string[]): string[] {
  const [flag = '', ...others] = argv;
  const joined = /^(?:--root=|-C)(.+)$/s.exec(flag)?.[1];
  const isApart = flag === '-C' || flag === '--root';
  const folder = joined ?? (isApart ? others.shift() : undefined);
  const [command, ...rest] = others;
  return folder !== undefined && command ? [command, '-C', folder, ...rest] : [...argv];
}

async function runCommand(command: Command, argv: string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parsed(command, argv);
  if (values['help']) {
    io.stdout(commandHelp(command));
    return 0;
  }
  const folder = values['root'];
  const root = typeof folder === 'string' ? rootFolder(command, folder, io) : findRoot(io.cwd);
  return command.run({ root, args: positionals, options: values, io });
}

/** The named folder, which must exist unless the command makes a knowledge base of it. */
function rootFolder({ makesRoot }: Command, folder: string, { cwd }: Io): string {
  const path = resolve(cwd, folder);
  const found = statSync(path, { throwIfNoEntry: false });
  if (found ? found.isDirectory() : makesRoot) return path;
  throw new UsageError(`There is no folder "${folder}".`);
}

function parsed(command: Command, argv: string[]) {
  const options = {
    ...command.options,
    root: { type: 'string', short: 'C' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  try {
    return parseArgs({ args: argv, options, allowPositionals: true, strict: true });
  } catch (error) {
    const message =
      error instanceof Error ? (error.message.split(/\.(?:\s|$)/)[0] ?? '') : String(error);
    const unknown = /^Unknown option '-?-?([^']*)'/.exec(message)?.[1];
    const near = unknown && didYouMean(unknown, Object.keys(options));
    const advice = near ? `Did you mean "--${near}"? ` : '';
    throw new UsageError(`${message}. ${advice}See "fixlore ${command.name} --help".`);
  }
}

async function help(name: string | undefined, io: Io): Promise<ExitCode> {
  const command = name === undefined ? undefined : await loadCommand(name);
  if (name && !command) throw unknownCommand(name);
  io.stdout(command ? commandHelp(command) : generalHelp(await loadCommands()));
  return 0;
}

function unknownCommand(name: string): UsageError {
  if (name.startsWith('-')) {
    return new UsageError(`A command comes first, not the option "${name}". See "fixlore --help".`);
  }
  const near = didYouMean(name, commandNames);
  const advice = near ? `Did you mean "${near}"?` : 'See "fixlore --help".';
  return new UsageError(`There is no command "${name}". ${advice}`);
}

function failure(error: unknown, io: Io): string {
  if (error instanceof UsageError || error instanceof EnvironmentError) {
    return `fixlore: ${printable(error.message)}`;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const stack = io.env['FIXLORE_DEBUG'] ? text : (text.split('\n')[0] ?? '');
  const advice = 'This is a bug in fixlore. Set FIXLORE_DEBUG=1 for more, and please report it.';
  return `fixlore: ${stack.split('\n').map(printable).join('\n')}\n${advice}`;
}

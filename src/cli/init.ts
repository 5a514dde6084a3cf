import { basename, relative, resolve } from 'node:path';
import { starterFiles } from '#export/starter-files.ts';
import { compared, writeNew } from '#io/planned-files.ts';
import { printable } from '#diagnostics/printable.ts';
import { UsageError, type Call, type Command, type ExitCode } from './command.ts';

export const init: Command = {
  name: 'init',
  summary: 'Writes a small knowledge base that builds at once.',
  usage: 'DIR',
  options: {
    'dry-run': { type: 'boolean', help: 'say what would be written, and write nothing' },
  },
  details: 'Files that exist already are kept as they are.',
  run: runInit,
};

function runInit(call: Call): Promise<ExitCode> {
  const { args, io, options } = call;
  const [folder, ...rest] = args;
  if (!folder || rest.length > 0) throw new UsageError('Where to? fixlore init DIR');
  const root = resolve(io.cwd, folder);
  const steps = compared(root, starterFiles(titled(basename(root)), io.now()));
  if (!options['dry-run']) writeNew(root, steps);
  for (const { path, state } of steps) {
    const word = {
      new: options['dry-run'] ? 'would write' : 'wrote',
      unchanged: 'there',
      kept: 'kept',
    };
    io.stdout(`${word[state].padEnd(11)} ${printable(path)}\n`);
  }
  const at = relative(io.cwd, root) || '.';
  io.stdout(`\nNext: fixlore dev -C ${printable(at)}\n`);
  return Promise.resolve(0);
}

/** "my-team kb" becomes "My team kb". */
function titled(name: string): string {
  const words = name.replaceAll(/[-_]+/g, ' ').trim() || 'Knowledge base';
  return words.charAt(0).toUpperCase() + words.slice(1);
}

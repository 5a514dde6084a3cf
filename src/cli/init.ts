import { existsSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { starterFiles, type StarterFile } from '#export/starter-files.ts';
import { EnvironmentError } from '#io/environment-error.ts';
import { compared, writeNew, type PlannedStep } from '#io/planned-files.ts';
import { configFile } from '#pipeline.ts';
import { printable } from '#diagnostics/printable.ts';
import { UsageError, type Call, type Command, type ExitCode } from './command.ts';

export const init: Command = {
  name: 'init',
  summary: 'Writes a small knowledge base that builds at once.',
  usage: 'DIR',
  options: {
    'dry-run': { type: 'boolean', help: 'say what would be written, and write nothing' },
  },
  details: `Files that exist already are kept as they are, and the two example records are only
written where there is no configuration yet.`,
  run: runInit,
};

function runInit(call: Call): Promise<ExitCode> {
  const { args, io, options } = call;
  const [folder, ...rest] = args;
  if (!folder || rest.length > 0) throw new UsageError('Where to? fixlore init DIR');
  const root = resolve(io.cwd, folder);
  const isNew = !existsSync(join(root, configFile));
  const files = starterFiles(titled(basename(root)), io.now()).filter(
    ({ path }) => isNew || !path.endsWith('.md'),
  );
  const steps = planned(root, files, !options['dry-run']);
  for (const { path, state } of steps) {
    const word = {
      new: options['dry-run'] ? 'would write' : 'wrote',
      unchanged: 'there',
      kept: 'kept',
    };
    io.stdout(`${word[state].padEnd(11)} ${printable(path)}\n`);
  }
  const at = relative(io.cwd, root) || '.';
  const quoted = /^[\w./-]+$/.test(at) ? at : JSON.stringify(printable(at));
  io.stdout(`\nNext: fixlore dev -C ${quoted}\n`);
  return Promise.resolve(0);
}

function planned(root: string, files: StarterFile[], isWritten: boolean): PlannedStep[] {
  try {
    const steps = compared(root, files);
    if (isWritten) writeNew(root, steps);
    return steps;
  } catch (error) {
    throw EnvironmentError.from(error, `The knowledge base ${root} cannot be written`);
  }
}

/** "my-team kb" becomes "My team kb". */
function titled(name: string): string {
  const words = name.replaceAll(/[-_]+/g, ' ').trim() || 'Knowledge base';
  return words.charAt(0).toUpperCase() + words.slice(1);
}

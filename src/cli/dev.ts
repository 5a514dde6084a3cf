import { printable } from '#diagnostics/printable.ts';
import { tally } from '#diagnostics/diagnostic.ts';
import type { Reading } from '#pipeline.ts';
import { reporters } from '#report/index.ts';
import { serveWhileWriting } from '#site/dev-server.ts';
import { sourceLines } from './check.ts';
import { numberOption, wordOption, type Call, type Command, type ExitCode } from './command.ts';
import { paintFor } from './terminal.ts';

export const dev: Command = {
  name: 'dev',
  summary: 'Serves a site while you write: checks, rebuilds and reloads after each edit.',
  usage: '',
  options: {
    audience: { type: 'string', value: 'AUDIENCE', help: 'internal (default) or public' },
    port: {
      type: 'string',
      value: 'N',
      help: 'the port; default: 4321. If it is taken, the next free one',
    },
  },
  details: `A broken record shows its problems here and in the page; until it is mended its page
shows the last state that was in order. The rest of the site stays up.`,
  run: runDev,
};

async function runDev(call: Call): Promise<ExitCode> {
  const { root, io } = call;
  const paint = paintFor(io);
  await serveWhileWriting({
    root,
    audience: wordOption(call, 'audience', ['internal', 'public'], 'internal'),
    port: numberOption(call, 'port') ?? 4321,
    interrupted: io.interrupted,
    onCheck: (reading) => tellProblems(call, reading),
    onBuild: (result) => {
      if ('failure' in result) {
        const sentence = printable(result.failure.split('\n')[0] ?? '');
        io.stderr(`${paint.severity('error', 'not built')} ${sentence}\n`);
      } else io.stdout(paint.dim(`built in ${(result.took / 1000).toFixed(1)} s\n`));
    },
    onReady: (address) => io.stdout(`\n  ${paint.bold(address)}\n  Stop with Ctrl+C.\n\n`),
  });
  return 0;
}

function tellProblems({ root, io }: Call, reading: Reading): void {
  const { recordCount } = reading;
  const diagnostics = reading.diagnostics.filter(({ severity }) => severity !== 'info');
  const { error, warning } = tally(diagnostics);
  if (error + warning === 0) {
    io.stdout(`${recordCount} records, no problems\n`);
    return;
  }
  const paint = paintFor(io);
  io.stdout(
    reporters.pretty({ diagnostics, recordCount, paint, sourceLine: sourceLines(root, reading) }),
  );
}

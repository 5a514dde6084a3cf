import { resolve } from 'node:path';
import { knowledgeBase } from '#io/knowledge-base.ts';
import { keepHeapSmall } from '#io/small-heap.ts';
import { tally } from '#diagnostics/diagnostic.ts';
import { readKnowledgeBase } from '#pipeline.ts';
import { reporters } from '#report/index.ts';
import { count } from '#report/pretty.ts';
import { buildSites } from '#site/build.ts';
import { phase } from '#site/phase.ts';
import type { Audience } from '#schema/article.ts';
import { sourceLines } from './check.ts';
import {
  audienceWords,
  nowOption,
  textOption,
  timeOption,
  wordOption,
  type Call,
  type Command,
  type ExitCode,
} from './command.ts';
import { paintFor } from './terminal.ts';
import { progressOf } from './progress.ts';

export const build: Command = {
  name: 'build',
  summary: 'Checks the records, renders both sites with their search, and swaps them in.',
  usage: '',
  options: {
    audience: {
      type: 'string',
      value: 'AUDIENCE',
      help: 'public, internal or all (default)',
    },
    out: { type: 'string', value: 'DIR', help: 'the output folder; default: dist' },
    now: nowOption,
    force: { type: 'boolean', help: 'render every page anew, whatever the cache says' },
  },
  details: `On any error in the records nothing is written, and the old output stays as it was.
The internal site holds everything: put it behind the sign-in of your host.`,
  run: runBuild,
};

async function runBuild(call: Call): Promise<ExitCode> {
  const { root, io } = call;
  const wanted = wordOption(call, 'audience', audienceWords, 'all');
  const outFolder = resolve(
    textOption(call, 'out') ? io.cwd : root,
    textOption(call, 'out') ?? 'dist',
  );
  const force = Boolean(call.options['force']);
  const now = timeOption(call);
  const progress = progressOf(io);

  keepHeapSmall();
  progress.step('Reading the records');
  const reading = await phase('reading', () =>
    readKnowledgeBase(knowledgeBase(root, { noCache: force }), { depth: 'render', now }),
  );
  const { site, diagnostics, recordCount } = reading;
  const serious = diagnostics.filter(({ severity }) => severity !== 'info');
  if (!site || tally(diagnostics).error > 0) {
    progress.done();
    const report = { diagnostics: serious, recordCount, paint: paintFor(io) };
    io.stderr(reporters.pretty({ ...report, sourceLine: sourceLines(root, reading) }));
    io.stderr('Nothing was built; the old output is as it was.\n');
    return 1;
  }
  const audiences: Audience[] = wanted === 'all' ? ['internal', 'public'] : [wanted];
  const started = io.now();
  await buildSites(site, {
    root,
    outFolder,
    audiences,
    force,
    interrupted: io.interrupted,
    progress: progress.part,
  });
  progress.done();
  const seconds = ((io.now() - started) / 1000).toFixed(1);
  const { warning, info } = tally(diagnostics);
  const notes =
    warning + info > 0
      ? ` ${count(warning, 'warning')} and ${count(info, 'note')}: see "fixlore check".`
      : '';
  io.stdout(
    `Built ${audiences.join(' and ')} from ${count(recordCount, 'record')} in ${seconds} s: ${outFolder}\n${notes ? `${notes.trim()}\n` : ''}`,
  );
  return 0;
}

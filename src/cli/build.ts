import { join, resolve } from 'node:path';
import { findability } from '#findability/index.ts';
import { knowledgeBase } from '#io/knowledge-base.ts';
import { keepHeapSmall } from '#io/small-heap.ts';
import { sorted, tally, type Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Site } from '#model/site.ts';
import { readKnowledgeBase, type Reading } from '#pipeline.ts';
import { reporters } from '#report/index.ts';
import { byFile, count } from '#report/pretty.ts';
import { buildSites } from '#site/build.ts';
import { phase } from '#site/phase.ts';
import type { Audience } from '#schema/article.ts';
import { workFolder } from '#io/work-folder.ts';
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
import { progressOf, type Progress } from './progress.ts';

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
    unfindable: {
      type: 'boolean',
      help: 'name every phrase that does not find its record; default: the first 10',
    },
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
  const unfindable = await phase('findability', () =>
    unfindableIn(site, audiences, { root, outFolder, force, progress }),
  );
  progress.done();
  const seconds = ((io.now() - started) / 1000).toFixed(1);
  const { warning, info } = tally(diagnostics);
  const notes =
    warning + info > 0
      ? ` ${count(warning, 'warning')} and ${count(info, 'note')}: see "fixlore check".`
      : '';
  if (unfindable.length > 0) io.stderr(unfindableText(call, reading, unfindable));
  io.stdout(
    `Built ${audiences.join(' and ')} from ${count(recordCount, 'record')} in ${seconds} s: ${outFolder}\n${notes ? `${notes.trim()}\n` : ''}`,
  );
  return 0;
}

interface Finished {
  root: string;
  outFolder: string;
  force: boolean;
  progress: Progress;
}

/** What the finished indexes do not find; a phrase that both do not find is told once. */
async function unfindableIn(
  site: Site,
  audiences: readonly Audience[],
  { root, outFolder, force, progress }: Finished,
): Promise<Diagnostic[]> {
  const found = new Map<string, Diagnostic>();
  for (const audience of audiences) {
    const missed = await findability(site, audience, {
      siteFolder: join(outFolder, audience),
      memory: workFolder(root, `findability-${audience}.json`),
      force,
      progress: (done, total) => progress.part(`${audience} phrases`, done, total),
    });
    for (const one of missed) found.set(`${one.file}:${one.line}:${one.column}`, one);
  }
  return sorted([...found.values()]);
}

const mostNamed = 10;

function unfindableText(call: Call, reading: Reading, unfindable: Diagnostic[]): string {
  const named = call.options['unfindable'] ? unfindable : unfindable.slice(0, mostNamed);
  const rest = unfindable.length - named.length;
  const report = {
    diagnostics: named,
    sourceLine: sourceLines(call.root, reading),
    paint: paintFor(call.io),
  };
  const more = rest > 0 ? [`And ${count(rest, 'more phrase')}: "fixlore build --unfindable".`] : [];
  return `${[...byFile(report), ...more].join('\n\n')}\n`;
}

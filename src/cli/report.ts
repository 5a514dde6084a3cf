import { reportNames, reports, type ReportName } from '#derive/reports/index.ts';
import { tally } from '#diagnostics/diagnostic.ts';
import { knowledgeBase } from '#io/knowledge-base.ts';
import { didYouMean } from '#parse/did-you-mean.ts';
import { readKnowledgeBase } from '#pipeline.ts';
import { count } from '#report/pretty.ts';
import { tableWriters, type TableFormat } from '#report/tables/index.ts';
import { cellTexts } from '#views/internal/report-cells.ts';
import {
  nowOption,
  timeOption,
  UsageError,
  wordOption,
  type Call,
  type Command,
  type ExitCode,
} from './command.ts';
import { reportSearches } from './report-searches.ts';
import { paintFor } from './terminal.ts';

export const report: Command = {
  name: 'report',
  summary: 'Tells what all records say together: times, sides, attempts, promises.',
  usage: '[NAME | searches FILE]',
  options: {
    format: {
      type: 'string',
      value: 'FORMAT',
      help: 'pretty (default), json, csv (ids and plain numbers) or markdown',
    },
    now: nowOption,
    out: {
      type: 'string',
      value: 'DIR',
      help: 'for "searches": the output folder whose index is asked; default: dist',
    },
  },
  details: `Without NAME all of them:
${listed(reportNames)}.
In csv that is one line for each cell: report, row, column, value.
Records with errors are in no figure; they are told, and the exit code is 1.

"searches FILE" reads a log of searches that found no answer, one JSON object in
a line, and says what to write next. Lines that cannot be read are told, and the
exit code is 1.`,
  run: runReport,
};

async function runReport(call: Call): Promise<ExitCode> {
  const { root, args, io } = call;
  const format = wordOption(call, 'format', Object.keys(tableWriters) as TableFormat[], 'pretty');
  if (args[0] === searches) return reportSearches(call, logIn(args), format);
  const names = namesOf(call);
  const now = timeOption(call);
  const { site, diagnostics } = await readKnowledgeBase(knowledgeBase(root), {
    depth: 'check',
    now,
  });
  if (!site) {
    io.stderr('fixlore: The configuration cannot be used. "fixlore check" says why.\n');
    return 1;
  }
  io.stdout(
    tableWriters[format]({
      reports: names.map((name) => reports[name](site, now)),
      now,
      timezone: site.config.timezone,
      textOf: cellTexts(site),
      paint: paintFor(io),
      width: io.columns,
    }),
  );
  const { error } = tally(diagnostics);
  if (error === 0) return 0;
  io.stderr(
    `fixlore: ${count(error, 'error')} in the records: the figures may lack some of them. "fixlore check" says which.\n`,
  );
  return 1;
}

/** The one report that is not about the records. */
const searches = 'searches';

function logIn([, file, ...others]: readonly string[]): string {
  if (file === undefined || others.length > 0) {
    throw new UsageError('Which log of searches? fixlore report searches FILE');
  }
  return file;
}

function namesOf({ args: [wanted, ...others] }: Call): readonly ReportName[] {
  if (others.length > 0) throw new UsageError('One report at a time, or all without a name.');
  if (wanted === undefined) return reportNames;
  const name = reportNames.find((one) => one === wanted);
  if (name) return [name];
  const near = didYouMean(wanted, [...reportNames, searches]);
  const advice = near ? `Did you mean "${near}"?` : 'See "fixlore report --help".';
  throw new UsageError(`There is no report "${wanted}". ${advice}`);
}

/** The names in lines that fit a terminal. */
function listed(names: readonly string[]): string {
  const half = Math.ceil(names.length / 2);
  return [names.slice(0, half), names.slice(half)].map((line) => line.join(', ')).join(',\n');
}

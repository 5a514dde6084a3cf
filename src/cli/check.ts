import { readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { tally } from '#diagnostics/diagnostic.ts';
import { knowledgeBase } from '#io/knowledge-base.ts';
import { readKnowledgeBase, type Reading } from '#pipeline.ts';
import { reporters, type ReportFormat } from '#report/index.ts';
import { safeLine } from '#report/safe-line.ts';
import { isPublic } from '#model/visibility.ts';
import {
  numberOption,
  UsageError,
  wordOption,
  type Call,
  type Command,
  type ExitCode,
} from './command.ts';
import { paintFor } from './terminal.ts';

export const check: Command = {
  name: 'check',
  summary: 'Checks every record and reports every problem in one run.',
  usage: '[PATH…]',
  options: {
    format: {
      type: 'string',
      value: 'FORMAT',
      help: 'pretty (default), json, github (annotations in Actions) or sarif (code scanning)',
    },
    'max-warnings': {
      type: 'string',
      value: 'N',
      help: 'fail with exit code 1 if there are more warnings than N',
    },
    'no-cache': { type: 'boolean', help: 'read every file anew and keep nothing' },
  },
  details: `With PATH (files or folders) only their problems are reported; they are still
checked against the whole knowledge base. Each code is explained in docs/rules/.`,
  run: runCheck,
};

async function runCheck(call: Call): Promise<ExitCode> {
  const format = wordOption(call, 'format', Object.keys(reporters) as ReportFormat[], 'pretty');
  const maxWarnings = numberOption(call, 'max-warnings');
  const isWanted = pathFilter(call);
  const source = knowledgeBase(call.root, { noCache: Boolean(call.options['no-cache']) });
  const reading = await readKnowledgeBase(source, 'check');
  const diagnostics = reading.diagnostics.filter(({ file }) => isWanted(file));
  const report = reporters[format]({
    diagnostics,
    recordCount: reading.recordCount,
    sourceLine: sourceLines(call.root, reading),
    paint: paintFor(call.io),
  });
  call.io.stdout(report);
  const { error, warning } = tally(diagnostics);
  return error > 0 || (maxWarnings !== undefined && warning > maxWarnings) ? 1 : 0;
}

/** Whether a file is asked for: all are if no path is named. */
function pathFilter({ root, args, io }: Call): (file: string) => boolean {
  if (args.length === 0) return () => true;
  const wanted = args.map((arg) => {
    const path = relative(root, resolve(io.cwd, arg)).split(sep).join('/');
    if (path.startsWith('..')) {
      throw new UsageError(`"${arg}" is not in the knowledge base ${root}.`);
    }
    return path.replace(/\/$/, '');
  });
  return (file) =>
    wanted.some((path) => path === '' || file === path || file.startsWith(`${path}/`));
}

/** Shows source lines as far as `safeLine` allows. */
export function sourceLines(
  root: string,
  { site }: Pick<Reading, 'site'>,
): (file: string, line: number) => string | undefined {
  const files = new Map<string, string[]>();
  const open = new Set(site?.articles.filter(isPublic).map(({ file }) => file));
  return (file, line) => {
    const lines = files.get(file) ?? linesOf(join(root, file));
    files.set(file, lines);
    const text = lines[line - 1];
    const headerEnd = file.endsWith('.md') ? lines.indexOf('---', 1) : lines.length;
    return text === undefined ? undefined : safeLine(text, line <= headerEnd, open.has(file));
  };
}

function linesOf(path: string): string[] {
  try {
    return readFileSync(path, 'utf8')
      .replace(/^\ufeff/, '')
      .split(/\r?\n/);
  } catch {
    return [];
  }
}

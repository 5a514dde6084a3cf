import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { tally } from '#diagnostics/diagnostic.ts';
import { knowledgeBase } from '#io/knowledge-base.ts';
import { configFile, readKnowledgeBase, readSome, type Reading } from '#pipeline.ts';
import { reporters, type ReportFormat } from '#report/index.ts';
import { safeLine } from '#report/safe-line.ts';
import { isPublic } from '#model/visibility.ts';
import {
  nowOption,
  numberOption,
  timeOption,
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
    now: nowOption,
    'no-cache': { type: 'boolean', help: 'read every file anew and keep nothing' },
  },
  details: `With PATH (files or folders) only their problems are reported; they are still
checked against the whole knowledge base; only what compares the symptoms of all
incidents, or former addresses with all articles, is left to a check without
PATH. Each code is explained in docs/rules/.`,
  run: runCheck,
};

async function runCheck(call: Call): Promise<ExitCode> {
  const format = wordOption(call, 'format', Object.keys(reporters) as ReportFormat[], 'pretty');
  const maxWarnings = numberOption(call, 'max-warnings');
  const isWanted = pathFilter(call);
  const now = timeOption(call);
  const source = knowledgeBase(call.root, { noCache: Boolean(call.options['no-cache']) });
  const reading = await (call.args.length === 0
    ? readKnowledgeBase(source, { depth: 'check', now })
    : readSome(source, isWanted, now));
  const diagnostics = reading.diagnostics.filter(
    // Without a usable configuration nothing was checked against the whole: that is told always.
    ({ file }) => isWanted(file) || (!reading.site && file === configFile),
  );
  const report = reporters[format]({
    diagnostics,
    recordCount: reading.recordCount,
    sourceLine: sourceLines(call.root, reading),
    paint: paintFor(call.io),
  });
  call.io.stdout(report);
  const { error, warning } = tally(diagnostics);
  const isOver = maxWarnings !== undefined && warning > maxWarnings;
  if (isOver) call.io.stderr(`fixlore: more warnings than --max-warnings ${maxWarnings} allows.\n`);
  return error > 0 || isOver ? 1 : 0;
}

/** Whether a file is asked for: all are if no path is named. */
function pathFilter({ root, args, io }: Call): (file: string) => boolean {
  if (args.length === 0) return () => true;
  const wanted = args.map((arg) => pathInside(root, arg, io.cwd));
  return (file) =>
    wanted.some((path) => path === '' || file === path || file.startsWith(`${path}/`));
}

/** A path as it was typed, relative to the folder it was typed in or to the knowledge base. */
function pathInside(root: string, arg: string, cwd: string): string {
  const target = [resolve(cwd, arg), resolve(root, arg)].find((path) => existsSync(path));
  if (target === undefined) throw new UsageError(`There is no file or folder "${arg}".`);
  const path = relative(root, target).split(sep).join('/');
  if (path === '..' || path.startsWith('../') || isAbsolute(path)) {
    throw new UsageError(`"${arg}" is not in the knowledge base ${root}.`);
  }
  return path;
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

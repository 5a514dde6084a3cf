import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { printable } from '#diagnostics/printable.ts';
import { EnvironmentError } from '#io/environment-error.ts';
import { knowledgeBase } from '#io/knowledge-base.ts';
import { withSearcher } from '#io/search-reader.ts';
import { productName, withDefaults, type Config } from '#model/config.ts';
import { readConfig } from '#parse/config.ts';
import { configFile } from '#pipeline.ts';
import { count } from '#report/pretty.ts';
import { searchesReport, type NearestRecords } from '#report/searches-report.ts';
import { tableWriters, type TableFormat } from '#report/tables/index.ts';
import { manifestPath } from '#search/query/index-files.ts';
import { searchGroups, type SearchGroup } from '#search/search-groups.ts';
import { searchLogOf, type LogProblem } from '#search/search-log.ts';
import { textOption, timeOption, type Call, type ExitCode } from './command.ts';
import { paintFor } from './terminal.ts';

/** `fixlore report searches FILE`: what was searched for in vain is what to write next. */
export async function reportSearches(
  call: Call,
  file: string,
  format: TableFormat,
): Promise<ExitCode> {
  const { root, io } = call;
  const { config: written } = readConfig(configFile, await knowledgeBase(root).config());
  if (!written) {
    io.stderr('fixlore: The configuration cannot be used. "fixlore check" says why.\n');
    return 1;
  }
  const config = withDefaults(written);
  const { searches, problems } = searchLogOf(readLog(resolve(io.cwd, file)));
  const named = searches.map((search) => ({ ...search, ...productOf(search.product, config) }));
  const groups = await searchGroups(named, config.language);
  io.stdout(
    tableWriters[format]({
      reports: [searchesReport(groups, await nearestOf(groups, siteFolder(call)))],
      now: timeOption(call),
      timezone: config.timezone,
      textOf: (_, cell) => (cell === undefined ? '–' : String(cell)),
      paint: paintFor(io),
      width: io.columns,
    }),
  );
  io.stderr(problemsText(file, problems));
  return problems.length > 0 ? 1 : 0;
}

function readLog(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw EnvironmentError.from(error, `The log of searches ${path} cannot be read`);
  }
}

/** Logs have the names of products or their ids. */
function productOf(product: string | undefined, config: Config): { product?: string } {
  return product ? { product: productName(config, product) } : {};
}

function siteFolder(call: Call): string {
  const out = textOption(call, 'out');
  return join(out ? resolve(call.io.cwd, out) : join(call.root, 'dist'), 'internal');
}

const nearestShown = 3;

/** What the internal index has for each group; undefined if none is built. */
async function nearestOf(
  groups: readonly SearchGroup[],
  folder: string,
): Promise<NearestRecords[] | undefined> {
  if (!existsSync(join(folder, manifestPath))) return undefined;
  return withSearcher(folder, async (searcher) => {
    const nearest: NearestRecords[] = [];
    for (const { wordings } of groups) {
      const { isAnswered, hits } = await searcher.ask((wordings[0] ?? '').replaceAll('"', ' '));
      const records = (await hits(0, nearestShown)).map(({ record }) => record);
      nearest.push({ records, isAnswered });
    }
    return nearest;
  });
}

const mostTold = 20;

function problemsText(file: string, problems: readonly LogProblem[]): string {
  const lines = problems
    .slice(0, mostTold)
    .map(({ line, message }) => `${printable(file)}:${line}: ${message}\n`);
  const further = problems.length - lines.length;
  if (further > 0) lines.push(`… and ${count(further, 'problem')} more.\n`);
  return lines.join('');
}

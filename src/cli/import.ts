import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { existingRecord, type ExistingRecord } from '#importers/existing-records.ts';
import { configWithProducts } from '#importers/config-text.ts';
import { importers } from '#importers/index.ts';
import type { ImportContext, ImportPlan, Importer } from '#importers/importer.ts';
import { importJson, importSummary, type ImportStep } from '#importers/import-summary.ts';
import { isZone } from '#importers/moment-text.ts';
import { EnvironmentError } from '#io/environment-error.ts';
import { listFiles } from '#io/list-files.ts';
import { compared, writeNew } from '#io/planned-files.ts';
import { replaceFile } from '#io/replace-file.ts';
import { sourceFolder, type SourceFolder } from '#io/source-folder.ts';
import { readConfig } from '#parse/config.ts';
import { didYouMean } from '#parse/did-you-mean.ts';
import { configFile } from '#pipeline.ts';
import { reporters } from '#report/index.ts';
import { audiences } from '#schema/article.ts';
import { sourceLines } from './check.ts';
import { textOption, UsageError, wordOption } from './command.ts';
import type { Call, Command, ExitCode } from './command.ts';
import { paintFor } from './terminal.ts';

export const importCommand: Command = {
  name: 'import',
  summary: 'Brings in records that a team has elsewhere.',
  usage: 'FORMAT SOURCE',
  makesRoot: true,
  options: {
    'dry-run': { type: 'boolean', help: 'say what would be written, and write nothing' },
    format: { type: 'string', value: 'FORMAT', help: 'of the report: pretty (default) or json' },
    timezone: {
      type: 'string',
      value: 'ZONE',
      help: 'the zone of times without one, such as Europe/Vienna; default: that of the configuration',
    },
    as: {
      ...{ type: 'string', value: 'KIND' },
      help: 'articles or incidents, for a format that can be both; default: the first one named above',
    },
    product: { type: 'string', value: 'ID', help: 'the product of records that name none' },
    to: { type: 'string', value: 'FOLDER', help: 'write below this folder of incidents/ or kb/' },
    audience: {
      type: 'string',
      value: 'AUDIENCE',
      help: 'of articles: internal (default) or public; they are drafts in any case',
    },
    'base-url': {
      type: 'string',
      value: 'URL',
      help: 'completes addresses of articles that start with / and are not in SOURCE',
    },
    include: {
      ...{ type: 'string', multiple: true, value: 'GLOB' },
      help: 'import files that match although a rule leaves them out; can be repeated',
    },
    exclude: {
      ...{ type: 'string', multiple: true, value: 'GLOB' },
      help: 'leave out files that match; can be repeated',
    },
  },
  details: `Formats:
${importers.map(({ name, summary }) => `  ${name.padEnd(10)}${summary}`).join('\n')}

SOURCE is a folder. What was imported before is found again by \`imported\` in its front matter,
wherever it was moved; nothing that exists is overwritten. Products that the configuration lacks
are added to it. The exit code is 1 if files of SOURCE could not be read.`,
  run: runImport,
};

async function runImport(call: Call): Promise<ExitCode> {
  const { root, io } = call;
  const format = wordOption(call, 'format', ['pretty', 'json'], 'pretty');
  const importer = importerOf(call);
  const source = sourceOf(call);
  const config = configOf(root);
  if (config.report) {
    io.stderr(config.report(call));
    io.stderr('Nothing was imported: correct the configuration first.\n');
    return 1;
  }
  const context = contextOf(call, importer, config.products);
  const plan = importer.plan(source, context);
  for (const file of source.unreadable) {
    plan.report.refuse(file, {
      line: 1,
      message: 'It cannot be read.',
      hint: 'Check permissions.',
    });
  }
  const isDryRun = Boolean(call.options['dry-run']);
  const steps: ImportStep[] = compared(root, plan.files).map((step, index) => {
    return { ...plan.files[index]!, state: step.state };
  });
  if (!isDryRun) write(root, plan, steps, config.text);
  const result = { importer: importer.name, isDryRun, plan, steps };
  io.stdout(format === 'json' ? importJson(result) : importSummary(result, paintFor(io)));
  return plan.report.refused.length > 0 ? 1 : 0;
}

function importerOf(call: Call): Importer {
  const [name] = call.args;
  const names = [...new Set(importers.map((one) => one.name))];
  if (name === undefined) throw new UsageError(`Name a format: ${names.join(' or ')}.`);
  const ways = importers.filter((one) => one.name === name);
  if (ways[0]) return importerAs(call, ways[0], ways);
  const near = didYouMean(name, names);
  const advice = near ? `Did you mean "${near}"?` : `There are ${names.join(' and ')}.`;
  throw new UsageError(`There is no import format "${name}". ${advice}`);
}

const kinds = { incidents: 'incidents', kb: 'articles' } as const;

function importerAs(call: Call, usual: Importer, ways: readonly Importer[]): Importer {
  const kind = wordOption(call, 'as', Object.values(kinds), kinds[usual.folder]);
  const importer = ways.find(({ folder }) => kinds[folder] === kind);
  if (importer) return importer;
  throw new UsageError(`${usual.name} holds ${kinds[usual.folder]} only.`);
}

function sourceOf({ args, io, root }: Call): SourceFolder {
  const [, path, more] = args;
  if (path === undefined) throw new UsageError('Name the folder to import from.');
  if (more !== undefined) throw new UsageError('Import one folder at a time.');
  const folder = resolve(io.cwd, path);
  if (!existsSync(folder)) throw new UsageError(`There is no file or folder "${path}".`);
  const source = sourceFolder(folder, root);
  if (!source) throw new UsageError(`"${path}" is a part of the knowledge base itself.`);
  return source;
}

interface ConfigOnDisk {
  text: string | undefined;
  products: ImportContext['products'];
  /** What is wrong with it; undefined if it can be used, or if there is none yet. */
  report?: (call: Call) => string;
}

function configOf(root: string): ConfigOnDisk {
  const path = join(root, configFile);
  if (!existsSync(path)) return { text: undefined, products: [] };
  const bytes = readFileSync(path);
  const { config, diagnostics } = readConfig(configFile, bytes);
  const text = new TextDecoder().decode(bytes);
  if (config) return { text, products: config.products };
  const sourceLine = sourceLines(root, {});
  return {
    ...{ text, products: [] },
    report: ({ io }) =>
      reporters.pretty({ diagnostics, recordCount: 0, sourceLine, paint: paintFor(io) }),
  };
}

function contextOf(
  call: Call,
  importer: Importer,
  products: ImportContext['products'],
): ImportContext {
  const zone = textOption(call, 'timezone');
  if (zone !== undefined && !isZone(zone)) {
    throw new UsageError('--timezone takes the name of a zone, such as Europe/Vienna or UTC.');
  }
  const baseUrl = textOption(call, 'base-url');
  if (baseUrl !== undefined && !/^https?:\/\/[^\s/]+/i.test(baseUrl)) {
    throw new UsageError('--base-url takes an address that starts with https:// or http://.');
  }
  return {
    ...{ products, zone, baseUrl },
    existing: existingRecords(call.root),
    digest: (bytes) => createHash('sha256').update(bytes).digest('hex'),
    product: textOption(call, 'product'),
    folder: folderOf(call, importer),
    audience: wordOption(call, 'audience', audiences, 'internal'),
    include: globs(call, 'include'),
    exclude: globs(call, 'exclude'),
  };
}

function globs({ options }: Call, name: string): string[] {
  const value = options[name];
  return Array.isArray(value) ? value : [];
}

/** A folder in which the records of the importer are read as what they are. */
function folderOf(call: Call, { folder }: Importer): string | undefined {
  const wanted = textOption(call, 'to')
    ?.replaceAll('\\', '/')
    .replace(/^\.?\/+/, '')
    .replace(/\/+$/, '');
  if (wanted === undefined) return undefined;
  const isInside = wanted === folder || wanted.startsWith(`${folder}/`);
  const isUsual = wanted.split('/').every((name) => /^[^.\s][^\\:?#%]*$/.test(name));
  const isIntake = wanted === 'kb/intake' || wanted.startsWith('kb/intake/');
  if (isInside && isUsual && !isIntake && !wanted.includes('.md')) return wanted;
  throw new UsageError(`--to takes a folder in ${folder}/, such as ${folder}/old.`);
}

function existingRecords(root: string): ExistingRecord[] {
  return listFiles(root, ['incidents', 'kb'])
    .filter(({ path, problem }) => path.endsWith('.md') && !problem)
    .map(({ path }) => existingRecord(path, readFileSync(join(root, path))));
}

/** Products first: a record without its product is an error, a product without records is none. */
function write(
  root: string,
  plan: ImportPlan,
  steps: readonly ImportStep[],
  config: string | undefined,
): void {
  try {
    if (plan.products.length > 0) {
      replaceFile(join(root, configFile), configWithProducts(config, plan.products));
    }
    writeNew(root, steps);
  } catch (error) {
    throw EnvironmentError.from(error, `The records cannot be written to ${basename(root)}`);
  }
}

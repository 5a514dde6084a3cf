import { printable } from '#diagnostics/printable.ts';
import type { Paint } from '#report/paint.ts';
import { count } from '#report/pretty.ts';
import type { ImportedFile, ImportPlan } from './importer.ts';

/** A planned file beside what the disk has: `kept` is there with other content. */
export interface ImportStep extends ImportedFile {
  state: 'new' | 'unchanged' | 'kept';
}

/** What an import did, or would do. */
export interface ImportResult {
  importer: string;
  isDryRun: boolean;
  plan: ImportPlan;
  steps: readonly ImportStep[];
}

/** Of each kind of finding so many are listed for people; JSON has them all. */
const mostListed = 10;

/** For people: what is new, what was kept, what was carried over into what, and what was not. */
export function importSummary(result: ImportResult, paint: Paint): string {
  const { plan } = result;
  const { carried, notes } = plan.report;
  const parts = [
    headline(result, paint),
    products(result),
    keptFiles(result, paint),
    carried.length > 0 && [
      'Carried over:',
      ...carried.map(({ from, to, count: n }) => `${number(n)} ${from} → ${to}`),
    ],
    notCarried(result, paint),
    skipped(result, paint),
    refused(result, paint),
    notes.map(printable),
    [lastWord(result)],
  ];
  const shown = parts.filter((lines) => lines !== false && lines.length > 0) as string[][];
  return `${shown.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** For scripts: everything. */
export function importJson({ importer, isDryRun, plan, steps }: ImportResult): string {
  const { carried, notCarried: lost, skipped: left, refused: bad, notes } = plan.report;
  const files = steps.map(({ path, source, state, before }) => {
    return { path, source, state, source_changed: before === 'changed' };
  });
  return `${JSON.stringify(
    {
      ...{ importer, dry_run: isDryRun, files, products_added: plan.products },
      ...{ carried, not_carried: lost, skipped: left, refused: bad, notes },
    },
    null,
    2,
  )}\n`;
}

function headline({ importer, isDryRun, steps }: ImportResult, paint: Paint): string[] {
  const of = (state: ImportStep['state']) => steps.filter((step) => step.state === state);
  const [records, others] = [of('new').filter(isRecord), of('new').filter((s) => !isRecord(s))];
  const copies = others.length > 0 ? ` and ${count(others.length, 'file')} they use` : '';
  const verb = isDryRun ? 'Would import' : 'Imported';
  const counts = `${of('unchanged').length} unchanged, ${of('kept').length} kept`;
  return [
    paint.bold(
      `${verb} ${count(records.length, 'new record')}${copies} from ${importer}; ${counts}.`,
    ),
  ];
}

function lastWord({ isDryRun, steps }: ImportResult): string {
  if (isDryRun) return 'Nothing was written (--dry-run).';
  return steps.length > 0 ? 'Now run "fixlore check".' : 'Nothing was found to import.';
}

function isRecord({ path }: ImportStep): boolean {
  return path.endsWith('.md');
}

function products({ plan, isDryRun }: ImportResult): string[] {
  if (plan.products.length === 0) return [];
  const verb = isDryRun ? 'Would add' : 'Added';
  const names = plan.products.map(({ id }) => id).join(', ');
  return [`${verb} ${count(plan.products.length, 'product')} to fixlore.config.yaml: ${names}`];
}

function keptFiles({ steps }: ImportResult, paint: Paint): string[] {
  const kept = steps.filter(({ state }) => state === 'kept');
  if (kept.length === 0) return [];
  const lines = kept.map(({ path, source, before }) => {
    const why =
      before === 'changed'
        ? `its source has changed since: ${source}`
        : 'it was edited here, or another file has its name';
    return `  ${printable(path)} ${paint.dim(printable(why))}`;
  });
  return ['Kept as they are:', ...listed(lines, paint)];
}

function notCarried({ plan }: ImportResult, paint: Paint): string[] {
  const lost = plan.report.notCarried;
  if (lost.length === 0) return [];
  const groups = [...Map.groupBy(lost, ({ why }) => why)].flatMap(([why, found]) => [
    `  ${printable(why)} (${found.length})`,
    ...listed(
      found.map(({ file, line, what }) => {
        return `    ${paint.dim(`${printable(file)}:${line}`)} ${printable(shortened(what))}`;
      }),
      paint,
    ),
  ]);
  return [`Not carried over, or not as it was (${lost.length}):`, ...groups];
}

function skipped({ plan }: ImportResult, paint: Paint): string[] {
  const files = plan.report.skipped;
  if (files.length === 0) return [];
  const groups = [...Map.groupBy(files, ({ why }) => why)].flatMap(([why, found]) => [
    `  ${printable(why)} (${found.length})`,
    ...listed(
      found.map(({ file }) => `    ${paint.dim(printable(file))}`),
      paint,
    ),
  ]);
  return [`Left out by a rule (${files.length}):`, ...groups];
}

function refused({ plan }: ImportResult, paint: Paint): string[] {
  const files = plan.report.refused;
  if (files.length === 0) return [];
  const groups = [...Map.groupBy(files, ({ why, hint }) => `${why}\0${hint}`).values()];
  return [
    paint.severity('error', `Not imported, correct them and import again (${files.length}):`),
    ...groups.flatMap((group) => [
      ...group.map(({ file, line }) => `  ${printable(file)}:${line}`),
      `    ${printable(group[0]!.why)}`,
      ...(group[0]!.hint ? [`    ${paint.dim('→')} ${printable(group[0]!.hint)}`] : []),
    ]),
  ];
}

function listed(lines: string[], paint: Paint): string[] {
  if (lines.length <= mostListed) return lines;
  const rest = lines.length - mostListed + 1;
  return [
    ...lines.slice(0, mostListed - 1),
    `    ${paint.dim(`… and ${rest} more; --format json lists them`)}`,
  ];
}

function shortened(text: string): string {
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}

function number(value: number): string {
  return String(value).padStart(7);
}

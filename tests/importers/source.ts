import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { existingRecord, type ExistingRecord } from '#importers/existing-records.ts';
import { importSummary } from '#importers/import-summary.ts';
import { plain } from '#report/paint.ts';
import type { ImportContext, ImportPlan, Source } from '#importers/importer.ts';

const encoder = new TextEncoder();

/** A source of these files. */
export function sourceOf(files: Record<string, string | Uint8Array>, name = 'old-kb'): Source {
  return {
    name,
    files: Object.entries(files)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, content]) => ({
        path,
        read: () => (typeof content === 'string' ? encoder.encode(content) : content),
      })),
  };
}

/** A folder of tests/fixtures/import as a source. */
export function fixture(name: string): Source {
  const folder = join(import.meta.dirname, '..', 'fixtures', 'import', name);
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  return sourceOf(
    Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path))])),
    name,
  );
}

/** The context of an empty knowledge base. */
export function contextWith(parts: Partial<ImportContext> = {}): ImportContext {
  return {
    products: [],
    existing: [],
    digest: (bytes) => createHash('sha256').update(bytes).digest('hex'),
    ...parts,
  };
}

/** The planned files as texts by path. */
export function textsOf({ files }: ImportPlan): Record<string, string> {
  return Object.fromEntries(
    files.map(({ path, content }) => [
      path,
      typeof content === 'string' ? content : new TextDecoder().decode(content),
    ]),
  );
}

/** The planned files one behind the other, for a golden file. */
export function shown(plan: ImportPlan): string {
  return Object.entries(textsOf(plan))
    .map(([path, text]) => `=== ${path}\n${text}`)
    .join('\n');
}

/** What the command says about a plan on an empty disk. */
export function summaryOf(importer: string, plan: ImportPlan): string {
  const steps = plan.files.map((file) => ({ ...file, state: 'new' as const }));
  return importSummary({ importer, isDryRun: true, plan, steps }, plain);
}

/** The records of a plan as the import meets them the next time. */
export function existingOf(plan: ImportPlan): ExistingRecord[] {
  return plan.files
    .filter(({ path }) => path.endsWith('.md'))
    .map(({ path, content }) =>
      existingRecord(path, typeof content === 'string' ? encoder.encode(content) : content),
    );
}

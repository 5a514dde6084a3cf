import { fitsGlob } from './glob.ts';
import type { ImportContext, Source, SourceFile } from './importer.ts';
import type { ImportReport } from './import-report.ts';

/** Files that are no records, by their path, and why. */
export interface SkipRule {
  path: RegExp;
  why: string;
}

/**
 * The files to import, by path. A rule can leave out what `include` brings back; `exclude` leaves out
 * in any case. What is left out is in the report.
 */
export function selected(
  files: Source['files'],
  rules: readonly SkipRule[],
  context: ImportContext,
  report: ImportReport,
): SourceFile[] {
  const { include = [], exclude = [] } = context;
  return files.filter(({ path }) => {
    const isExcluded = exclude.some((glob) => fitsGlob(glob, path));
    const isIncluded = include.some((glob) => fitsGlob(glob, path));
    const rule = isIncluded ? undefined : rules.find((one) => one.path.test(path));
    const why = isExcluded ? 'left out with --exclude' : rule?.why;
    if (why !== undefined) report.skipped.push({ file: path, why });
    return why === undefined;
  });
}

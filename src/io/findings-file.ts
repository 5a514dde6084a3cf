import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { replaceFile } from './replace-file.ts';
import { makeWorkFolder } from './work-folder.ts';

/** What the last look at a finished index found. */
export interface Findings {
  /** Of the code and the settings it was found with. */
  key: string;
  /** The pages there were, by names that change with what they say. */
  pages: string[];
  /** The phrases that did not find their record, with what came first instead. */
  missed: Record<string, { record: string; page: string }[]>;
}

/** Undefined if there is none, if it is damaged, or if it was found with other code or settings. */
export function readFindings(file: string, key: string): Findings | undefined {
  if (!existsSync(file)) return undefined;
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Findings;
    const isWhole = Array.isArray(kept.pages) && kept.missed instanceof Object;
    return kept.key === key && isWhole ? kept : undefined;
  } catch {
    return undefined; // it is only what can be found again
  }
}

export function writeFindings(file: string, findings: Findings): void {
  makeWorkFolder(dirname(file));
  replaceFile(file, JSON.stringify(findings));
}

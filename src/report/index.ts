import type { Reporter } from './check-report.ts';
import { github } from './github.ts';
import { json } from './json.ts';
import { pretty } from './pretty.ts';
import { sarif } from './sarif.ts';

/** The formats of `fixlore check`. Adding one: write its file, name it here. */
export const reporters = { pretty, json, github, sarif } satisfies Record<string, Reporter>;

export type ReportFormat = keyof typeof reporters;

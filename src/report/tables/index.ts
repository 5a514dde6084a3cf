import { csv } from './csv.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import { pretty } from './pretty.ts';
import type { TableWriter } from './table-writer.ts';

/** The formats of `fixlore report`. Adding one: write its file, name it here. */
export const tableWriters = { pretty, json, csv, markdown } satisfies Record<string, TableWriter>;

export type TableFormat = keyof typeof tableWriters;

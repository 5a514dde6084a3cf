import { cstate } from './cstate.ts';
import type { Importer } from './importer.ts';
import { markdown } from './markdown.ts';
import { postmortems } from './postmortems.ts';

/**
 * Every format that can be imported. Adding one: write its file, name it here. One that holds articles
 * and incidents is there twice, first as what it usually holds.
 */
export const importers: readonly Importer[] = [cstate, markdown, postmortems];

import { cstate } from './cstate.ts';
import type { Importer } from './importer.ts';
import { markdown } from './markdown.ts';

/** Every format that can be imported. Adding one: write its file, name it here. */
export const importers: readonly Importer[] = [cstate, markdown];

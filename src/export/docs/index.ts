import type { DocsFormat } from './docs-format.ts';
import { docusaurus } from './docusaurus.ts';
import { markdown } from './markdown.ts';
import { starlight } from './starlight.ts';
import { vitepress } from './vitepress.ts';

/** Every documentation tool that articles can be written for. Adding one: write its file, name it here. */
export const docsFormats: readonly DocsFormat[] = [starlight, docusaurus, vitepress, markdown];

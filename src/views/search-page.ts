import type { Frame } from './frame.ts';

/** The search page; the results are put in by a script. */
export interface SearchPage {
  frame: Frame;
  title: string;
  lede: string;
  placeholder: string;
  /** Where the index is served. */
  indexHref: string;
  /** What to do without a script, or when nothing is found. */
  browse: { label: string; href: string }[];
}

/** The folder of the index in the output. */
export const indexPath = 'pagefind/';

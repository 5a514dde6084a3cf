import type { Frame } from './frame.ts';

/** The search page; the results are put in by a script. */
export interface SearchPage {
  frame: Frame;
  title: string;
  lede: string;
  placeholder: string;
  /** Where the site is served, and its index below it. */
  siteHref: string;
  /** What to do without a script, or when nothing is found. */
  browse: { label: string; href: string }[];
}


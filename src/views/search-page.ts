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
  /** What to do when nothing answers. */
  unanswered: { text: string; ways: WayOn[] };
  /** Where searches without an answer can be sent, by those who choose to. */
  feedback?: { email?: string; url?: string };
}

export interface WayOn {
  label: string;
  href: string;
  /** The name of the product whose readers it is for; undefined for all. */
  product?: string;
}

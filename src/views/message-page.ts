import type { Frame } from './frame.ts';

/** A page that says one thing: not found, moved. */
export interface MessagePage {
  frame: Frame;
  title: string;
  text: string;
  links: { label: string; href: string }[];
  /** Where the browser is sent at once. */
  refreshTo?: string;
}

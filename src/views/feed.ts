/** A feed, whatever it is about; `src/export/atom.ts` writes it down. Times are milliseconds since 1970. */
export interface Feed {
  id: string;
  title: string;
  author: string;
  language: string;
  /** Of the page that it belongs to. */
  href: string;
  /** Of the feed itself, in full, if that is known. */
  selfHref?: string;
  updated: number;
  entries: FeedEntry[];
}

export interface FeedEntry {
  /** The same for ever, whatever becomes of the address. */
  id: string;
  title: string;
  href: string;
  updated: number;
  /** Plain text. */
  summary: string;
  category: { term: string; label: string };
}

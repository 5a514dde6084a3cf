import type { Field } from './fields.ts';

/** One page as the search sees it. */
export interface SearchDocument {
  /** The address of the page, base included. */
  url: string;
  /** "article blank-receipt": what a record is called where pages are not meant. */
  record: string;
  title: string;
  /** Shown below the title of a result: "Incident, Claims portal". */
  kind: string;
  /** What the results can be narrowed down by: facet to values. */
  facets: Record<string, string[]>;
  /** Its texts, apart from title and body; each is a line of its own. */
  parts: { field: Exclude<Field, 'title' | 'body'>; text: string }[];
  /** The finished HTML of the body, with the headings' ids, so that results can lead to a section. */
  html: string;
}

/** All documents of a site in one order, and the language they are written in. */
export interface SearchDocuments {
  language: string;
  documents: Iterable<SearchDocument>;
}

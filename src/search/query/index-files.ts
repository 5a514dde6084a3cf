/**
 * What the query layer reads. All files but the manifest are named after their content, so that they can be
 * kept for ever. All are compressed with gzip whatever the host does; they are read through an `IndexSource`.
 */
export interface Manifest {
  /** Of the format; an index of another version is not read. */
  version: typeof indexVersion;
  language: string;
  /** How many pages there are. They are numbered from 0. */
  documents: number;
  /** Terms with the pages they stand on; each file holds those from its first term to before the next one's. */
  terms: FileOfRange[];
  /** Words as they were written, to correct typing errors with. */
  words: FileOfRange[];
  /** The names of the pages in the full-text index, one in a line; each file holds those of `textsInFile`. */
  texts: string[];
  /** The values of each facet, page by page. */
  facets: string;
  /** What means the same: terms in a row to others (`synonymKey`). */
  synonyms: Record<string, string[]>;
  /** On how many pages the most frequent terms stand, so that sentences can be weighed without their files. */
  common: Record<string, number>;
}

/** The first entry of a file, and the file's name. */
export type FileOfRange = [first: string, file: string];

export const indexVersion = 2;

/** Few enough that a search reads hardly any names for nothing, and enough to make few files. */
export const textsInFile = 128;

/** Where the files lie, seen from a site's base. */
export const termsFolder = 'terms/';
export const manifestPath = `${termsFolder}index.gz`;
export const textIndexFolder = 'pagefind/';

/** Gives the content of a file of the site, not compressed any more. Rejects if it is not there. */
export interface IndexSource {
  read: (path: string) => Promise<Uint8Array>;
  /** Asks the full-text index for pages that hold exactly these words: their names there. */
  pagesWith: (phrase: string) => Promise<string[]>;
}

/** The files whose ranges can hold entries from `from` to `to`, both included. */
export function filesWithin(files: readonly FileOfRange[], from: string, to = from): string[] {
  return files
    .filter(([first], index) => {
      const next = files[index + 1]?.[0];
      return first <= to && (next === undefined || next > from);
    })
    .map(([, file]) => file);
}

import type { ExistingRecord } from './existing-records.ts';
import type { ImportReport } from './import-report.ts';
import type { ProductName } from './products.ts';

/** One format that records can be brought in from. */
export interface Importer {
  /** As it is named on the command line, and in `imported.from`. */
  name: string;
  summary: string;
  /** The folder its records go to. */
  folder: 'incidents' | 'kb';
  plan: (source: Source, context: ImportContext) => ImportPlan;
}

/** What is imported: a folder somewhere, listed. */
export interface Source {
  /** The name of the folder. */
  name: string;
  files: readonly SourceFile[];
}

export interface SourceFile {
  /** Relative to the source, with forward slashes. */
  path: string;
  /** The bytes; undefined if they cannot be read. */
  read: () => Uint8Array | undefined;
}

/** What an importer needs to know of the knowledge base, and what the user wishes. */
export interface ImportContext {
  /** The products of the configuration. */
  products: readonly ProductName[];
  existing: readonly ExistingRecord[];
  /** A digest of bytes as hexadecimal digits: the core computes none itself. */
  digest: (bytes: Uint8Array) => string;
  /** The zone of dates that name none; undefined leaves them to the configuration's `timezone`. */
  zone?: string | undefined;
  /** The id or name of the product of records that name none. */
  product?: string | undefined;
  /** The folder to write to instead of the importer's own; lies below it. */
  folder?: string | undefined;
  audience?: 'public' | 'internal' | undefined;
  /** What addresses that start with / and lead out of the source are completed with. */
  baseUrl?: string | undefined;
  /** Globs of files to import although a rule would skip them, and of files to leave out. */
  include?: readonly string[];
  exclude?: readonly string[];
}

/** What an import would do. Nothing has been written. */
export interface ImportPlan {
  /** In the order in which they are written: what records use, then the records. */
  files: ImportedFile[];
  /** Products that the configuration lacks, in the order in which they are to be added. */
  products: ProductName[];
  report: ImportReport;
}

export interface ImportedFile {
  /** Relative to the knowledge base. */
  path: string;
  content: string | Uint8Array;
  /** Relative to the source. */
  source: string;
  /** Whether it was imported before, and whether the source has changed since. */
  before: 'never' | 'same' | 'changed';
}

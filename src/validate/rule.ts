import { catalogue, type Code } from '#diagnostics/catalogue.ts';
import type { Diagnostic, Range, SeverityLevel } from '#diagnostics/diagnostic.ts';
import type { Guide } from '#markdown/guide.ts';
import type { Outline } from '#markdown/outline.ts';
import type { RecordLeak } from '#leaks/record-leaks.ts';
import type { Article, Incident, Site } from '#model/site.ts';
import { locateFields, type ParsedRecord, type RecordText } from '#parse/record.ts';
import type { FieldPath } from '#parse/yaml-locate.ts';
import type { RecordKind } from '#schema/index.ts';

/** What a rule sees: the connected site, and what exists although it could not be read. */
export interface Context {
  site: Site;
  /** Header and body of every record, those whose fields are wrong included. */
  texts: readonly RecordText[];
  /** Ids of every record file, readable or not, so that one broken record breaks no other. */
  ids: Record<RecordKind, ReadonlySet<string>>;
  /** Paths of every record file. */
  recordFiles: ReadonlySet<string>;
  /** Paths of the records that everybody may read. */
  publicFiles: ReadonlySet<string>;
  /** Links and HTML of the bodies, by file. */
  outlines: ReadonlyMap<string, Outline>;
  /** How the articles guide their readers, by file. */
  guides: ReadonlyMap<string, Guide>;
  /** For bodies that were not parsed, which have no HTML and no images: where their links lead. */
  hrefs: ReadonlyMap<string, readonly string[]>;
  /** What looks like a leak in the records for the public, by file. */
  leaks: ReadonlyMap<string, readonly RecordLeak[]>;
  offered: OfferedFiles;
  /** Where a field of the configuration stands. */
  configAt: (path: FieldPath) => Range;
  /** Whether all records were read; if not, some rules that compare all of them have to wait. */
  isWhole: boolean;
  /** The symptoms that earlier versions of the incidents had, by file; undefined without any. */
  history?: History;
  /** The slugs of a record's headings; undefined if the record could not be read. */
  headings: (file: string) => ReadonlySet<string> | undefined;
}

/** The files that public pages offer. */
export interface OfferedFiles {
  paths: readonly string[];
  /** What those of them say that are text, and the style sheet of the theme, by path. */
  texts: ReadonlyMap<string, string>;
  /** Those that are text and too large to be looked into. */
  unread: ReadonlySet<string>;
}

/** A slug that once led to a public article. */
export interface FormerAddress {
  slug: string;
  /** The path of today of that article, whether it still exists or not. */
  file: string;
}

/** What git remembers of the records, by the path of today. */
export interface History {
  symptoms: ReadonlyMap<string, readonly string[]>;
  /** Slugs under which public articles were published. */
  addresses: readonly FormerAddress[];
  /** Why not everything could be seen, if so. */
  gap?: 'shallow' | 'unreadable';
}

/** One rule: reads the site, yields what it finds. */
export type Rule = (context: Context) => Iterable<Finding>;

export interface Finding {
  code: Code;
  record: Pick<RecordText, 'file' | 'header'>;
  /** A field, or a place in the body. */
  at: FieldPath | Range;
  /** Whether the field's name or its value is meant. Default: the value. */
  part?: 'key' | 'value';
  /** Default: the catalogue's. */
  severity?: SeverityLevel;
  message: string;
  hint: string;
  related?: { record: Finding['record']; at: FieldPath; message: string };
  /** Further places in the same record where the same was found. */
  also?: (FieldPath | Range)[];
}

/** Puts a finding in its place in the file. */
export function diagnosticOf(finding: Finding): Diagnostic {
  const { code, record, at, part, message, hint, related, also = [] } = finding;
  const severity = finding.severity ?? catalogue[code].severity;
  const placed = (place: FieldPath | Range) =>
    isRange(place) ? place : locateFields(record)(place, part);
  const range = placed(at);
  return {
    code,
    severity,
    file: record.file,
    ...range,
    message,
    hint,
    ...((related || also.length > 0) && {
      related: [
        ...(related ? [relatedPlace(related)] : []),
        ...also.map((place) => ({
          file: record.file,
          line: placed(place).line,
          message: 'Here, too.',
        })),
      ],
    }),
  };
}

function relatedPlace({ record, at, message }: NonNullable<Finding['related']>) {
  return { file: record.file, line: locateFields(record)(at).line, message };
}

/**
 * Old records and drafts must build on the first day: what would be an error in a finished record is
 * a warning in an imported incident and in a draft.
 */
export function lenient(record: ParsedRecord | RecordText): SeverityLevel {
  if (!('fields' in record)) return 'error';
  const { kind, fields } = record;
  if (kind === 'article' && 'state' in fields && fields.state === 'draft') return 'warning';
  return kind === 'incident' && 'imported' in fields && fields.imported ? 'warning' : 'error';
}

/** What contradicts itself in an imported incident is a warning: the source may know it no better. */
export function contradiction({ fields }: Pick<Incident | Article, 'fields'>): SeverityLevel {
  return fields.imported ? 'warning' : 'error';
}

function isRange(at: FieldPath | Range): at is Range {
  return !Array.isArray(at);
}

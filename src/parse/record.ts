import { catalogue } from '#diagnostics/catalogue.ts';
import { startOfFile, type Diagnostic, type Range } from '#diagnostics/diagnostic.ts';
import type { RecordKind } from '#schema/index.ts';
import { decode, decodeDiagnostic } from './decode.ts';
import { endsEarly, splitFences, type Fenced, type FenceProblem } from './fences.ts';
import { readFields, type Fields } from './fields.ts';
import { readFrontMatter } from './front-matter.ts';
import { mergeConflicts } from './merge-conflict.ts';
import { idOf, isUsableId } from './record-name.ts';
import { readYaml, type Locate, type YamlProblem } from './yaml.ts';

export { idOf };

/** A record as it was read: its typed fields, its body, and enough of the text to point into it. */
export interface ParsedRecord<Kind extends RecordKind = RecordKind> {
  kind: Kind;
  /** The path of the file, relative to the knowledge base, with forward slashes. */
  file: string;
  id: string;
  fields: Fields<Kind>;
  header: string;
  body: string;
  /** The line of the file on which the body starts, counted from 1. */
  bodyLine: number;
}

/** What a file holds between and after its fences, whatever is wrong with its fields. */
export type RecordText = Pick<ParsedRecord, 'kind' | 'file' | 'header' | 'body' | 'bodyLine'>;

export interface Parsed {
  record?: ParsedRecord;
  /** Only where there is no record: its body can still be checked. */
  text?: RecordText;
  diagnostics: Diagnostic[];
}

/**
 * Reads one record. What is wrong comes back as diagnostics; with errors, or under a name that makes
 * no id (which the inventory reports), there is no record.
 */
export function parseRecord(kind: RecordKind, file: string, bytes: Uint8Array): Parsed {
  const decoded = decode(bytes);
  if ('problem' in decoded) return { diagnostics: [decodeDiagnostic(file, decoded.problem)] };
  const conflicts = mergeConflicts(decoded.text).map((line) => conflictAt(file, line));
  const fenced = splitFences(decoded.text);
  if ('code' in fenced) {
    return { diagnostics: conflicts.length > 0 ? conflicts : [fromFence(file, fenced)] };
  }
  const { header, body, bodyLine } = fenced;
  const text: RecordText = { kind, file, header, body, bodyLine };
  // A header with both versions of itself has no other problems worth telling.
  if (conflicts.some(({ line }) => line < fenced.bodyLine)) return { diagnostics: conflicts };

  const { yaml } = readFrontMatter(fenced);
  const diagnostics = [...conflicts, ...yaml.problems.map((problem) => fromYaml(file, problem))];
  const early = endsEarly(fenced, kind);
  if (early) diagnostics.push(fromFence(file, early));
  diagnostics.push(...hiddenDirections(file, fenced));
  if (yaml.value === undefined) return { text, diagnostics };

  const { fields, diagnostics: problems } = readFields(kind, file, yaml);
  diagnostics.push(...problems);
  const id = idOf(file);
  const hasErrors = diagnostics.some(({ severity }) => severity === 'error');
  if (!fields || hasErrors || !isUsableId(id)) return { text, diagnostics };
  return { record: { ...text, id, fields } as ParsedRecord, diagnostics };
}

/**
 * Where the fields of a record stand. The header is read again: a record keeps its text instead of a
 * position for every field, since few of them ever need one.
 */
export function locateFields({ header }: Pick<ParsedRecord, 'header'>): Locate {
  let locate: Locate | undefined;
  return (path, part) => {
    const key = part === 'key' && path.length === 1 ? topKey(header, String(path[0])) : undefined;
    if (key) return key;
    const field = topField(header, String(path[0]));
    if (field) return readYaml(field.text, field.line).locate(path, part);
    locate ??= readYaml(header, 2).locate;
    return locate(path, part);
  };
}

/** The lines of one field, which are a tenth of what a parser would have to read; see `topKey`. */
function topField(header: string, key: string): { text: string; line: number } | undefined {
  const rows = header.split('\n');
  const start = rows.findIndex((row) => row.startsWith(`${key}:`));
  if (start === -1) return undefined;
  const next = rows.findIndex((row, at) => at > start && /^[^\s#-]/.test(row));
  const field = rows.slice(start, next === -1 ? undefined : next).join('\n');
  return { text: next === -1 ? field : `${field}\n`, line: start + 2 };
}

/** In a YAML mapping nothing but its keys starts in the first column, so no parser is needed. */
function topKey(header: string, key: string): Range | undefined {
  const index = header.split('\n').findIndex((line) => line.startsWith(`${key}:`));
  if (index === -1) return undefined; // in quotes, indented, or not there at all
  const line = index + 2;
  return { line, column: 1, end_line: line, end_column: key.length + 1 };
}

function conflictAt(file: string, line: number): Diagnostic {
  return {
    ...{ code: 'merge-conflict', severity: 'error', file },
    ...{ line, column: 1, end_line: line, end_column: 8 },
    message: 'A merge conflict of git is not resolved here.',
    hint: 'Keep one of the two versions, or parts of both, and remove the lines of <, = and >.',
  };
}

function fromFence(file: string, { code, line, message, hint }: FenceProblem): Diagnostic {
  const range = { line, column: 1, end_line: line, end_column: 1 };
  return { code, severity: 'error', file, ...range, message, hint };
}

function fromYaml(file: string, problem: YamlProblem): Diagnostic {
  const { code, message, hint, range, related } = problem;
  return {
    code,
    severity: catalogue[code].severity,
    file,
    ...range,
    message,
    hint,
    ...(related && { related: [{ file, line: related.range.line, message: related.message }] }),
  };
}

/** Bidirectional controls make a text read differently from what it is: never in the front matter. */
function hiddenDirections(file: string, fenced: Fenced): Diagnostic[] {
  const parts = [
    { text: fenced.header, firstLine: fenced.headerLine, severity: 'error' as const },
    { text: fenced.body, firstLine: fenced.bodyLine, severity: 'warning' as const },
  ];
  return parts.flatMap(({ text, firstLine, severity }) => {
    const hit = /[\u202a-\u202e\u2066-\u2069]/.exec(text);
    if (!hit) return [];
    const range = rangeAt(text, hit.index, firstLine);
    const message = 'An invisible character changes the direction of the text here.';
    const hint = 'Remove it, and type the text again if you do not see why it is there.';
    return [{ code: 'hidden-direction' as const, severity, file, ...range, message, hint }];
  });
}

function rangeAt(text: string, offset: number, firstLine: number): Range {
  const lines = text.slice(0, offset).split('\n');
  const line = firstLine + lines.length - 1;
  const column = (lines.at(-1) ?? '').length + 1;
  return { ...startOfFile, line, column, end_line: line, end_column: column + 1 };
}

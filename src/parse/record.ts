import { catalogue } from '#diagnostics/catalogue.ts';
import { startOfFile, type Diagnostic, type Range } from '#diagnostics/diagnostic.ts';
import type { RecordKind } from '#schema/index.ts';
import { decode, decodeDiagnostic } from './decode.ts';
import { endsEarly, splitFences, type Fenced, type FenceProblem } from './fences.ts';
import { readFields, type Fields } from './fields.ts';
import { readFrontMatter } from './front-matter.ts';
import { mergeConflicts } from './merge-conflict.ts';
import { readYaml, type Locate, type YamlProblem } from './yaml.ts';

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

export interface Parsed {
  record?: ParsedRecord;
  diagnostics: Diagnostic[];
}

/** Reads one record. What is wrong comes back as diagnostics; with errors there is no record. */
export function parseRecord(kind: RecordKind, file: string, bytes: Uint8Array): Parsed {
  const decoded = decode(bytes);
  if ('problem' in decoded) return { diagnostics: [decodeDiagnostic(file, decoded.problem)] };
  const conflicts = mergeConflicts(decoded.text).map((line) => conflictAt(file, line));
  const fenced = splitFences(decoded.text);
  if ('code' in fenced) {
    return { diagnostics: conflicts.length > 0 ? conflicts : [fromFence(file, fenced)] };
  }
  // A header with both versions of itself has no other problems worth telling.
  if (conflicts.some(({ line }) => line < fenced.bodyLine)) return { diagnostics: conflicts };

  const { yaml } = readFrontMatter(fenced);
  const diagnostics = [...conflicts, ...yaml.problems.map((problem) => fromYaml(file, problem))];
  const early = endsEarly(fenced, kind);
  if (early) diagnostics.push(fromFence(file, early));
  diagnostics.push(...hiddenDirections(file, fenced));
  if (yaml.value === undefined) return { diagnostics };

  const { fields, diagnostics: problems } = readFields(kind, file, yaml);
  diagnostics.push(...problems);
  if (!fields || diagnostics.some(({ severity }) => severity === 'error')) return { diagnostics };
  const { header, body, bodyLine } = fenced;
  const id = idOf(file);
  return {
    record: { kind, file, id, fields, header, body, bodyLine } as ParsedRecord,
    diagnostics,
  };
}

/** The id of a record: the stem of its file name. */
export function idOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.md$/, '');
}

/**
 * Where the fields of a record stand. The header is read again: a record keeps its text instead of a
 * position for every field, since few of them ever need one.
 */
export function locateFields({ header }: Pick<ParsedRecord, 'header'>): Locate {
  let locate: Locate | undefined;
  return (path, part) => {
    if (part === 'key' && path.length === 1) return topKey(header, String(path[0]));
    locate ??= readYaml(header, 2).locate;
    return locate(path, part);
  };
}

/** In a YAML mapping nothing but its keys starts in the first column, so no parser is needed. */
function topKey(header: string, key: string): Range {
  const index = header.split('\n').findIndex((line) => line.startsWith(`${key}:`));
  if (index === -1) return { line: 2, column: 1, end_line: 2, end_column: 1 };
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

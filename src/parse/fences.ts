import type { Code } from '#diagnostics/catalogue.ts';
import { schemas, type RecordKind } from '#schema/index.ts';
import { maxBodyBytes, maxHeaderBytes } from './decode.ts';

/** A record cut at its fences. Lines count from 1. */
export interface Fenced {
  header: string;
  headerLine: number;
  body: string;
  bodyLine: number;
}

export interface FenceProblem {
  code: Code;
  line: number;
  message: string;
  hint: string;
}

/** Cuts a record at its two fences, lines that are exactly `---`, or says what stands in the way. */
export function splitFences(text: string): Fenced | FenceProblem {
  const lines = text.split('\n');
  if (lines[0] !== '---') return missing(lines);
  const end = lines.findIndex((line, index) => index > 0 && /^(---|\+\+\+)/.test(line));
  if (end === -1) return unclosed(1, 'The front matter that starts here is never closed.');
  if (lines[end] !== '---') {
    return unclosed(end + 1, 'This line looks like the closing fence but is not exactly ---.');
  }
  const header = lines.slice(1, end).join('\n');
  if (isLarger(header, maxHeaderBytes)) return headerTooLarge;
  const body = lines.slice(end + 1).join('\n');
  if (isLarger(body, maxBodyBytes)) return bodyTooLarge(end + 2);
  return { header, headerLine: 2, body, bodyLine: end + 2 };
}

/**
 * Tells whether the header was closed by a `---` that belonged to a pasted text: what follows then
 * looks like more header. It does when the body's first line is a field of this kind of record, or
 * when fields of it stand between the fence and a further line that is exactly `---`. Code blocks are
 * left aside: they may well show a record.
 */
export function endsEarly(fenced: Fenced, kind: RecordKind): FenceProblem | undefined {
  const isField = fieldLines[kind];
  if (!isField.test(fenced.body)) return undefined;
  const lines = withoutCode(fenced.body.split('\n'));
  const first = lines.find((line) => line.trim() !== '');
  const next = lines.indexOf('---');
  const isMore = first !== undefined && isField.test(first);
  if (!isMore && !(next > 0 && lines.slice(0, next).some((line) => isField.test(line)))) {
    return undefined;
  }
  return {
    code: 'fence-inside',
    line: fenced.bodyLine - 1,
    message: 'The front matter ends at this ---, but what follows looks like more front matter.',
    hint: 'Indent the pasted text that holds the ---, or write the field names of the body differently.',
  };
}

/** Lines that start with a field of a record, per kind. */
const fieldLines = Object.fromEntries(
  Object.entries(schemas).map(([kind, schema]) => [
    kind,
    new RegExp(`^(?:${Object.keys(schema.shape).join('|')}):(?: |$)`, 'm'),
  ]),
) as Record<RecordKind, RegExp>;

function withoutCode(lines: string[]): string[] {
  let isCode = false;
  return lines.filter((line) => {
    const isFence = /^ {0,3}(?:```|~~~)/.test(line);
    if (isFence) isCode = !isCode;
    return !isCode && !isFence;
  });
}

/** Whether a text takes more bytes in UTF-8; a code unit takes at most three of them. */
function isLarger(text: string, bytes: number): boolean {
  if (text.length * 3 <= bytes) return false;
  return text.length > bytes || new TextEncoder().encode(text).length > bytes;
}

const headerTooLarge: FenceProblem = {
  code: 'header-too-large',
  line: 1,
  message: 'The front matter is larger than 64 KiB.',
  hint: 'Move long texts into the body, and logs into evidence files beside the record.',
};

function bodyTooLarge(line: number): FenceProblem {
  return {
    code: 'file-too-large',
    line,
    message: 'The body is larger than 1 MiB.',
    hint: 'Keep logs as evidence files beside the record and name them in `evidence`.',
  };
}

function missing(lines: string[]): FenceProblem {
  return {
    code: 'fence-missing',
    line: 1,
    message: `${whatStandsThere(lines)} Expected a first line that is exactly ---.`,
    hint: 'Start the file with --- alone on its line, then the fields as YAML, then --- again.',
  };
}

function whatStandsThere(lines: string[]): string {
  const first = lines[0] ?? '';
  if (/^---\s+$/.test(first)) return 'The first line has white space after ---.';
  if (/^----+\s*$/.test(first)) return 'The first line has more than three hyphens.';
  if (/^---[ \t]*\w/.test(first)) {
    return 'Only YAML front matter is read, and the --- names a language.';
  }
  if (first.startsWith('---')) return 'More than --- stands on the first line.';
  if (first.startsWith('+++')) return 'TOML front matter is not read.';
  if (/^[{[;]/.test(first)) return 'JSON front matter is not read.';
  if (first.trim() === '') return 'The file starts with an empty line.';
  if (first.trim() === '---') return 'White space stands before the --- of the first line.';
  if (/^[\u200b-\u200f\u2060\ufeff]/.test(first)) return 'An invisible character stands first.';
  return 'The file has no front matter.';
}

function unclosed(line: number, what: string): FenceProblem {
  return {
    code: 'fence-unclosed',
    line,
    message: `${what} Expected a second line that is exactly ---.`,
    hint: 'Put --- alone on a line, without spaces, between the fields and the text.',
  };
}

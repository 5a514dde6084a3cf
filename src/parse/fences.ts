import type { Code } from '#diagnostics/catalogue.ts';
import { schemas, type RecordKind } from '#schema/index.ts';

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

export const maxHeaderLength = 65_536;

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
  if (new TextEncoder().encode(header).length > maxHeaderLength) return tooLarge;
  return { header, headerLine: 2, body: lines.slice(end + 1).join('\n'), bodyLine: end + 2 };
}

/**
 * Tells whether the header was closed by a `---` that belonged to a pasted text: what follows then
 * looks like more header. It does when the body's first line is a field of this kind of record, or
 * when fields of it stand between the fence and a further line that is exactly `---`.
 */
export function endsEarly(fenced: Fenced, kind: RecordKind): FenceProblem | undefined {
  const lines = fenced.body.split('\n');
  const fields = Object.keys(schemas[kind].shape);
  const isField = (line: string) => fields.some((field) => line.startsWith(`${field}:`));
  const first = lines.find((line) => line.trim() !== '');
  const next = lines.indexOf('---');
  const isMore = first !== undefined && isField(first);
  if (!isMore && !(next > 0 && lines.slice(0, next).some(isField))) return undefined;
  return {
    code: 'fence-inside',
    line: fenced.bodyLine - 1,
    message: 'The front matter ends at this ---, but what follows looks like more front matter.',
    hint: 'Indent the pasted text that holds the ---, or write the field names of the body differently.',
  };
}

const tooLarge: FenceProblem = {
  code: 'header-too-large',
  line: 1,
  message: 'The front matter is larger than 64 KiB.',
  hint: 'Move long texts into the body, and logs into evidence files beside the record.',
};

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
  if (/^---\s*\w/.test(first))
    return 'Only YAML front matter is read; the --- names another language.';
  if (first.startsWith('+++')) return 'TOML front matter is not read.';
  if (/^[{[;]/.test(first)) return 'JSON front matter is not read.';
  if (first.trim() === '') return 'The file starts with an empty line.';
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

import { Lexer } from 'yaml';
import { readYaml } from '#parse/yaml.ts';
import type { ImportReport } from './import-report.ts';
import type { SourceFile } from './importer.ts';
import { linedText, type LinedText } from './lined-text.ts';
import { sourceText, type SourceProblem } from './source-text.ts';

/** A Markdown page of the source: its front matter, if it has any, and its body. */
export interface SourcePage {
  fields: SourceField[];
  /** Comments of the front matter, without the #. */
  comments: string[];
  body: LinedText;
  /** Places that were read otherwise than they are written. */
  changes: SourceProblem[];
}

export interface SourceField {
  /** As it is written. */
  name: string;
  value: unknown;
  line: number;
}

/** Whether a file of the source is a page in Markdown. */
export function isMarkdown(path: string): boolean {
  return /\.(md|markdown|qmd)$/i.test(path);
}

/** Reads a file of the source; what had to be read otherwise than it is written is reported. */
export function readSource(
  file: SourceFile,
  report: ImportReport,
): { bytes: Uint8Array; page: SourcePage } | { problem: SourceProblem } {
  const bytes = file.read();
  if (!bytes) return { problem: unreadable };
  const page = readPage(bytes);
  if ('problem' in page) return page;
  for (const { line, message, hint } of page.changes) report.lose(file.path, line, message, hint);
  return { bytes, page };
}

/**
 * Reads a page as static site generators do: fences may have white space behind them, the closing one
 * may be three dots. Front matter that is no plain YAML is a problem, never a guess.
 */
export function readPage(bytes: Uint8Array): SourcePage | { problem: SourceProblem } {
  const read = sourceText(bytes);
  if ('problem' in read) return read;
  const lines = read.text.split('\n');
  const first = lines[0] ?? '';
  const other = /^\+\+\+\s*$/.test(first) ? 'TOML' : /^\{\s*$/.test(first) ? 'JSON' : undefined;
  if (other) return { problem: otherLanguage(other) };
  if (!/^---[ \t]*$/.test(first)) {
    return { fields: [], comments: [], body: linedText(read.text, 1), changes: read.changes };
  }
  const end = lines.findIndex((line, index) => index > 0 && /^(---|\.\.\.)[ \t]*$/.test(line));
  if (end === -1) return { problem: unclosed };
  const body = linedText(lines.slice(end + 1).join('\n'), end + 2);
  return withFields(lines.slice(1, end).join('\n'), body, read.changes);
}

function withFields(
  header: string,
  body: LinedText,
  changes: SourceProblem[],
): SourcePage | { problem: SourceProblem } {
  const { value, problems, locate } = readYaml(header, 2);
  const pitfalls = new Set(['yaml-comment-cut', 'yaml-escape']);
  const bad = problems.find(({ code }) => !pitfalls.has(code));
  if (bad) {
    return { problem: { line: bad.range.line, message: bad.message, hint: bad.hint } };
  }
  const isGroup = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isGroup && value !== '') return { problem: notFields };
  const cuts = problems.filter(({ code }) => code === 'yaml-comment-cut');
  return {
    fields: Object.entries(isGroup ? value : {}).map(([name, one]) => {
      return { name, value: one as unknown, line: locate([name], 'key').line };
    }),
    comments: commentsOf(header),
    body,
    changes: [...changes, ...cuts.map(({ range }) => cutAt(range.line))],
  };
}

/** The lexer marks the beginning of every plain or block text, so that no # in one is a comment. */
function commentsOf(header: string): string[] {
  const comments: string[] = [];
  let before = '';
  for (const token of new Lexer().lex(header)) {
    const isText = before === '\u001f';
    if (token.startsWith('#') && !isText) comments.push(token.slice(1).replace(/^ /, '').trimEnd());
    before = token;
  }
  return comments.filter((comment) => comment !== '');
}

function cutAt(line: number): SourceProblem {
  const hint =
    'YAML takes it as a comment; it is kept with the other comments in `imported.fields`';
  return { line, message: 'what stands behind the # in a value', hint };
}

function otherLanguage(language: string): SourceProblem {
  return {
    line: 1,
    message: `${language} front matter is not read; expected YAML between two lines of ---.`,
    hint: 'Convert it first: "hugo convert toYAML" does that for a whole site.',
  };
}

const unreadable: SourceProblem = {
  line: 1,
  message: 'The file cannot be read.',
  hint: 'Check its permissions and what it is.',
};

const unclosed: SourceProblem = {
  line: 1,
  message: 'The front matter that starts here is never closed.',
  hint: 'Put --- alone on a line between the fields and the text.',
};

const notFields: SourceProblem = {
  line: 2,
  message: 'The front matter holds no fields; expected "key: value" lines.',
  hint: 'Correct it, or remove the two lines of ---.',
};

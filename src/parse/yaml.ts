import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type ErrorCode,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import type { Code } from '#diagnostics/catalogue.ts';
import type { Range } from '#diagnostics/diagnostic.ts';
import { quoted } from '#diagnostics/printable.ts';
import { plainPlace, type PlainPlace } from './plain-place.ts';
import { plainYaml } from './plain-yaml.ts';
import { yamlCauses } from './yaml-causes.ts';
import { yamlErrorText } from './yaml-errors.ts';
import { reserved } from './yaml-slips.ts';
import { keyOf, locateIn, spanOf, type FieldPath } from './yaml-locate.ts';

export interface YamlProblem {
  code: Code;
  message: string;
  hint: string;
  range: Range;
  related?: { range: Range; message: string };
}

export interface YamlText {
  /** Maps as objects, sequences as arrays, scalars as written; undefined if it cannot be read. */
  value: unknown;
  problems: YamlProblem[];
  locate: Locate;
}

/** Where a field's value or key stands; where it is missing, its nearest ancestor. */
export type Locate = (path: FieldPath, part?: 'key' | 'value') => Range;

/** Fields in one header, those of groups and of items included. */
export const maxKeys = 1000;

/** Reads YAML whose first line is `firstLine` of its file, with the failsafe schema. */
export function readYaml(text: string, firstLine: number, mostKeys = maxKeys): YamlText {
  const value = plainYaml(text);
  if (value === undefined) return parsedYaml(text, firstLine, mostKeys);
  let parsed: YamlText | undefined;
  const locate: Locate = (path, part = 'value') => {
    const place = plainPlace(text, path, part);
    if (place) return plainRange(place, firstLine);
    parsed ??= parsedYaml(text, firstLine, mostKeys);
    return parsed.locate(path, part);
  };
  return { value, problems: [], locate };
}

function plainRange({ row, from, endRow, to }: PlainPlace, firstLine: number): Range {
  return {
    line: row + firstLine,
    column: from + 1,
    end_line: endRow + firstLine,
    end_column: to + 1,
  };
}

/** The same, by the YAML parser whatever the text. */
export function parsedYaml(text: string, firstLine: number, mostKeys = maxKeys): YamlText {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: 'failsafe',
    stringKeys: true,
    uniqueKeys: false, // quadratic; `#uniquePairs` below is linear and knows both places
    prettyErrors: false, // they quote the source line, which may hold a secret
    lineCounter: lines,
    logLevel: 'error', // below that, a second document is dropped without a word
  });
  const rangeOf = (from: number, to: number) => rangeIn(lines, firstLine, from, to);
  const locate: Locate = (path, part = 'value') =>
    rangeOf(...locateIn(document.contents, path, part));

  const syntax = syntaxProblems(document, text, rangeOf);
  if (syntax.length > 0) return { value: undefined, problems: syntax, locate };
  const reader = new Reader(text, rangeOf, mostKeys);
  const value = reader.plain(document.contents);
  const isUsable = reader.problems.every(({ code }) => harmless.has(code));
  return { value: isUsable ? value : undefined, problems: reader.problems, locate };
}

/** With these the values can still be held against the schema, so that all is told in one run. */
const harmless = new Set<Code>(['yaml-comment-cut', 'yaml-escape', 'yaml-duplicate-key']);

type RangeOf = (from: number, to: number) => Range;

function rangeIn(lines: LineCounter, firstLine: number, from: number, to: number): Range {
  const start = lines.linePos(from);
  const end = lines.linePos(Math.max(from, to));
  return {
    line: Math.max(start.line, 1) + firstLine - 1,
    column: Math.max(start.col, 1),
    end_line: Math.max(end.line, 1) + firstLine - 1,
    end_column: Math.max(end.col, 1),
  };
}

/** Deeper than any record; where the parser itself gives up depends on the stack it is given. */
const maxDepth = 20;

const tooDeep = yamlErrorText('RESOURCE_EXHAUSTION');

/** Errors that the parser shows at the start of the field in which it stumbled. */
const startsEarly = new Set<ErrorCode>(['BLOCK_AS_IMPLICIT_KEY', 'MULTILINE_IMPLICIT_KEY']);

/** More of them in one file are mostly echoes of the first. */
const mostProblems = 10;

/**
 * What the author did wrong, as far as `yamlCauses` sees it; of the parser's own errors only those
 * that stand before, one per line: what follows is an echo.
 */
function syntaxProblems(document: Document, text: string, rangeOf: RangeOf): YamlProblem[] {
  const errors = [...document.errors, ...document.warnings];
  if (errors.length === 0) return [];
  const causes = yamlCauses(text).map(({ from, to, ...cause }): YamlProblem => ({
    ...cause,
    range: rangeOf(from, to),
  }));
  const firstLine = causes[0]?.range.line ?? Infinity;
  const byLine = new Map<number, YamlProblem>();
  for (const { code, pos } of errors) {
    const from = code === 'RESOURCE_EXHAUSTION' ? fieldStart(text, pos[0]) : pos[0];
    const to = code === 'RESOURCE_EXHAUSTION' ? from : pos[1];
    const range = rangeOf(Math.min(from, text.length), Math.min(to, text.length));
    if (range.line >= firstLine || byLine.has(range.line)) continue;
    if (causes.length > 0 && startsEarly.has(code)) continue;
    byLine.set(range.line, { ...yamlErrorText(code), range });
  }
  const others = [...byLine.values()].slice(0, causes.length > 0 ? 1 : 3);
  return [...others, ...causes].slice(0, mostProblems);
}

/** The start of the field at the left margin that an offset belongs to. */
function fieldStart(text: string, offset: number): number {
  let start = 0;
  for (const { index } of text.slice(0, offset).matchAll(/^[^\s#\-\]}]/gm)) start = index;
  return start;
}

/** Turns nodes into plain values and collects what is wrong with them on the way, in one walk. */
class Reader {
  readonly problems: YamlProblem[] = [];
  readonly #text: string;
  readonly #rangeOf: RangeOf;
  readonly #mostKeys: number;
  #keys = 0;

  constructor(text: string, rangeOf: RangeOf, mostKeys: number) {
    this.#text = text;
    this.#rangeOf = rangeOf;
    this.#mostKeys = mostKeys;
  }

  plain(node: unknown, depth = 0): unknown {
    if (node === null || node === undefined) return '';
    if (depth > maxDepth) return this.#refuseDepth(node as Node);
    this.#refuseFeatures(node as Node);
    if (isMap(node)) return this.#map(node, depth + 1);
    if (isSeq(node)) return node.items.map((item) => this.plain(item, depth + 1));
    if (!isScalar(node)) return '';
    this.#findPitfalls(node);
    return String(node.value ?? '');
  }

  #map(map: YAMLMap, depth: number): Record<string, unknown> {
    const before = this.#keys;
    this.#keys += map.items.length;
    if (this.#keys > this.#mostKeys && before <= this.#mostKeys) this.#refuseManyKeys(map);
    return Object.fromEntries(
      this.#uniquePairs(map).map((pair) => [this.#key(pair), this.plain(pair.value, depth)]),
    );
  }

  #key(pair: Pair): string {
    const key = keyOf(pair);
    this.#refuseFeatures(pair.key as Node);
    if (key === '<<' || key === '__proto__') {
      this.#report(pair.key as Node, {
        code: 'yaml-feature',
        message: `The key ${quoted(key)} is not allowed.`,
        hint: key === '<<' ? 'Write the fields out where they are needed.' : 'Choose another name.',
      });
    }
    return key;
  }

  #refuseFeatures(node: Node): void {
    const sign = isAlias(node) ? '*' : node.anchor ? '&' : node.tag ? '!' : undefined;
    if (!sign) return;
    const { message, hint } = reserved[sign]!;
    this.#report(node, { code: 'yaml-feature', message, hint });
  }

  /** Once for a field, however many of its branches are too deep. */
  #refuseDepth(node: Node): undefined {
    const from = fieldStart(this.#text, node.range?.[0] ?? 0);
    const range = this.#rangeOf(from, from);
    const isKnown = this.problems.some(
      (one) => one.code === 'yaml-syntax' && one.range.line === range.line,
    );
    if (!isKnown) this.problems.push({ ...tooDeep, range });
  }

  #refuseManyKeys(map: YAMLMap): void {
    this.#report(map, {
      code: 'header-too-large',
      message: `There are more than ${this.#mostKeys.toLocaleString('en')} fields, those of items included.`,
      hint: 'Move tables and logs into the body or into evidence files.',
    });
  }

  /** The first pair of each key; the others are reported. */
  #uniquePairs(map: YAMLMap): Pair[] {
    const first = new Map<string, Pair>();
    for (const pair of map.items) {
      const key = keyOf(pair);
      const other = first.get(key);
      if (other) this.#duplicate(key, pair.key as Node, other.key as Node);
      else first.set(key, pair);
    }
    return [...first.values()];
  }

  #duplicate(key: string, node: Node, first: Node): void {
    this.#report(node, {
      code: 'yaml-duplicate-key',
      message: `The field ${quoted(key)} is written twice.`,
      hint: 'Keep one of the two; several values are written as a list of "- " lines.',
      related: { range: this.#rangeOf(...spanOf(first)), message: 'It is written here first.' },
    });
  }

  /** What YAML takes from a value without a word: the text behind a #, and backslashes. */
  #findPitfalls(node: Scalar): void {
    const [start, , end] = node.range ?? [0, 0, 0];
    const source = this.#text.slice(start, end);
    const comment =
      node.type === 'PLAIN' ? /(?:^|[ \t])#[^\s#]/.exec(source.split('\n')[0] ?? '') : null;
    if (comment) {
      const from = start + source.indexOf('#', comment.index);
      this.problems.push({
        code: 'yaml-comment-cut',
        message: 'YAML takes the # and what follows on this line as a comment.',
        hint: 'Put the value in quotes, or write "# " with a space if it is a comment.',
        range: this.#rangeOf(from, start + (source.split('\n')[0] ?? '').trimEnd().length),
      });
    } else if (node.type === 'QUOTE_DOUBLE' && /[\s"'(=][A-Za-z]:\\(?!\\)/.test(source)) {
      this.#report(node, {
        code: 'yaml-escape',
        message: 'In double quotes a backslash starts an escape: \\t becomes a tab.',
        hint: 'Use single quotes around a Windows path.',
      });
    }
  }

  #report(node: Node, problem: Omit<YamlProblem, 'range'>): void {
    this.problems.push({ ...problem, range: this.#rangeOf(...spanOf(node)) });
  }
}

import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import type { Code } from '#diagnostics/catalogue.ts';
import type { Range } from '#diagnostics/diagnostic.ts';
import { quoted } from '#diagnostics/printable.ts';
import { yamlErrorText } from './yaml-errors.ts';
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

export const maxKeys = 200;

/** Reads YAML whose first line is `firstLine` of its file, with the failsafe schema. */
export function readYaml(text: string, firstLine: number): YamlText {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: 'failsafe',
    stringKeys: true,
    uniqueKeys: false, // quadratic; `duplicateKeys` below is linear and knows both places
    prettyErrors: false, // they quote the source line, which may hold a secret
    lineCounter: lines,
    logLevel: 'error', // below that, a second document is dropped without a word
  });
  const rangeOf = (from: number, to: number) => rangeIn(lines, firstLine, from, to);
  const locate: Locate = (path, part = 'value') =>
    rangeOf(...locateIn(document.contents, path, part));

  const syntax = syntaxProblems(document, text, rangeOf);
  if (syntax.length > 0) return { value: undefined, problems: syntax, locate };
  const reader = new Reader(text, rangeOf);
  const value = reader.plain(document.contents);
  const isUsable = reader.problems.every(({ code }) => harmless.has(code));
  return { value: isUsable ? value : undefined, problems: reader.problems, locate };
}

const harmless = new Set<Code>(['yaml-comment-cut', 'yaml-escape']);

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

/** One problem per line and three per file: what follows is mostly an echo of the first. */
function syntaxProblems(document: Document, text: string, rangeOf: RangeOf): YamlProblem[] {
  const byLine = new Map<number, YamlProblem>();
  for (const { code, pos } of [...document.errors, ...document.warnings]) {
    const range = rangeOf(Math.min(pos[0], text.length), Math.min(pos[1], text.length));
    if (!byLine.has(range.line)) byLine.set(range.line, { ...yamlErrorText(code), range });
  }
  return [...byLine.values()].slice(0, 3);
}

/** Turns nodes into plain values and collects what is wrong with them on the way, in one walk. */
class Reader {
  readonly problems: YamlProblem[] = [];
  readonly #text: string;
  readonly #rangeOf: RangeOf;
  #keys = 0;

  constructor(text: string, rangeOf: RangeOf) {
    this.#text = text;
    this.#rangeOf = rangeOf;
  }

  plain(node: unknown): unknown {
    if (node === null || node === undefined) return '';
    this.#refuseFeatures(node as Node);
    if (isMap(node)) return this.#map(node);
    if (isSeq(node)) return node.items.map((item) => this.plain(item));
    if (!isScalar(node)) return '';
    this.#findPitfalls(node);
    return String(node.value ?? '');
  }

  #map(map: YAMLMap): Record<string, unknown> {
    this.#keys += map.items.length;
    if (this.#keys > maxKeys && this.#keys - map.items.length <= maxKeys) this.#refuseManyKeys(map);
    this.#findDuplicates(map);
    return Object.fromEntries(map.items.map((pair) => [this.#key(pair), this.plain(pair.value)]));
  }

  #key(pair: Pair): string {
    const key = keyOf(pair);
    this.#refuseFeatures(pair.key as Node);
    if (key === '<<' || key === '__proto__') {
      this.#report(pair.key as Node, {
        code: 'yaml-feature',
        message: `The key ${quoted(key)} is not allowed.`,
        hint: 'Write the fields out where they are needed.',
      });
    }
    return key;
  }

  #refuseFeatures(node: Node): void {
    const what = isAlias(node) ? 'An alias' : node.anchor ? 'An anchor' : node.tag ? 'A tag' : '';
    if (!what) return;
    this.#report(node, {
      code: 'yaml-feature',
      message: `${what} is not allowed; expected plain values.`,
      hint: 'Write the value out, or put a text that starts with *, & or ! in quotes.',
    });
  }

  #refuseManyKeys(map: YAMLMap): void {
    this.#report(map, {
      code: 'header-too-large',
      message: `The front matter has more than ${maxKeys} fields in all.`,
      hint: 'Move tables and logs into the body or into evidence files.',
    });
  }

  #findDuplicates(map: YAMLMap): void {
    const seen = new Map<string, Node>();
    for (const pair of map.items) {
      const key = keyOf(pair);
      const node = pair.key as Node;
      const first = seen.get(key);
      if (!first) seen.set(key, node);
      else {
        this.#report(node, {
          code: 'yaml-duplicate-key',
          message: `The field ${quoted(key)} is written twice.`,
          hint: 'Keep one of the two; several values are written as a list of "- " lines.',
          related: { range: this.#rangeOf(...spanOf(first)), message: 'It is written here first.' },
        });
      }
    }
  }

  /** What YAML takes from a value without a word: the text behind a #, and backslashes. */
  #findPitfalls(node: Scalar): void {
    const [start, , end] = node.range ?? [0, 0, 0];
    const source = this.#text.slice(start, end);
    if (node.type === 'PLAIN' && /(^|\s)#[^\s#]/.test(source.split('\n')[0] ?? '')) {
      this.#report(node, {
        code: 'yaml-comment-cut',
        message: 'YAML takes the # and what follows on this line as a comment.',
        hint: 'Put the value in quotes, or write "# " with a space if it is a comment.',
      });
    } else if (node.type === 'QUOTE_DOUBLE' && /[A-Za-z]:\\(?!\\)/.test(source)) {
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

import type { Code } from '#diagnostics/catalogue.ts';
import * as slips from './yaml-slips.ts';
import type { Slip } from './yaml-slips.ts';
import { flowEnd, invalidEscape, quoteEnd, quotingAdvice, withoutComment } from './yaml-values.ts';

/** What makes a stretch of YAML unreadable, in an author's terms. Offsets count from its start. */
export interface YamlCause {
  code: Code;
  from: number;
  to: number;
  message: string;
  hint: string;
}

/**
 * The slips that people make in YAML, found line by line. The parser's own errors stand where it
 * gave up: behind a quote that was never closed that is the end of the file. This looks only at text
 * that the parser has refused, names the place where the author went wrong, and goes on behind it.
 */
export function yamlCauses(text: string): YamlCause[] {
  return new Scanner(text).causes();
}

/** `stray`: not a value at all, but lines that belong to no field. `text`: nothing to see in there. */
interface Open {
  kind: 'plain' | 'empty' | 'text' | 'stray' | 'none';
  indent: number;
}

interface Line {
  from: number;
  indent: number;
  text: string;
}

/** Explicit keys, directives, documents, keys with properties: whoever writes these knows YAML. */
const isRareYaml = /^\s*(?:[?:](?:\s|$)|[%&*![{]|---|\.\.\.)/;

const keyAt = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'#[\]{},&*!|>%@`?-][^#]*?)[ \t]*:(?=\s|$)/;

class Scanner {
  readonly #text: string;
  readonly #lines: Line[];
  readonly #causes: YamlCause[] = [];
  #at = 0;
  #rootIndent: number | undefined;
  /** Lines indented deeper than this belong to the value that was begun last. */
  #open: Open = { kind: 'none', indent: -1 };

  constructor(text: string) {
    this.#text = text;
    let from = 0;
    this.#lines = text.split('\n').map((line) => {
      const start = from;
      from += line.length + 1;
      return { from: start, indent: /^ */.exec(line)![0].length, text: line };
    });
  }

  causes(): YamlCause[] {
    for (; this.#at < this.#lines.length; this.#at += 1) {
      const line = this.#lines[this.#at]!;
      if (isRareYaml.test(line.text)) break;
      this.#line(line);
    }
    return this.#causes;
  }

  #line(line: Line): void {
    const content = line.text.trim();
    if (content === '') return;
    const isDeeper = line.indent > this.#open.indent;
    if (this.#open.kind === 'text' && isDeeper) return;
    if (content.startsWith('#')) return;
    if (line.text[line.indent] === '\t') return this.#tab(line);
    if (this.#open.kind === 'plain' && isDeeper) return this.#continuation(line);
    this.#field(line);
  }

  #field(line: Line): void {
    const dashes = /^(?:-[ ]+)*(?:-$)?/.exec(line.text.slice(line.indent))![0];
    const column = line.indent + dashes.length;
    const rest = line.text.slice(column);
    const key = keyAt.exec(rest)?.[0];
    this.#rootIndent ??= line.indent;
    if (line.indent < this.#rootIndent) return this.#outdented(line);
    if (key !== undefined) {
      const gap = /^[ \t]*/.exec(rest.slice(key.length))![0].length;
      this.#value(line, column + key.length + gap, column);
    } else if (dashes || (this.#open.kind === 'empty' && line.indent > this.#open.indent)) {
      const dash = line.indent + dashes.lastIndexOf('-');
      this.#value(line, column, dashes ? dash : this.#open.indent);
    } else {
      this.#noField(line);
    }
  }

  /** A value that starts at a column; lines that belong to it are indented deeper than `indent`. */
  #value(line: Line, column: number, indent: number): void {
    const value = line.text.slice(column);
    const first = value[0] ?? '';
    this.#open = { kind: 'none', indent };
    if (value.trim() === '' || first === '#') this.#open = { kind: 'empty', indent };
    else if (first === '"' || first === "'") this.#quoted(line, column, indent);
    else if (first === '[' || first === '{') this.#flow(line, column, indent);
    else if (first === '|' || first === '>') this.#block(line, column, indent);
    else if (first in slips.reserved) this.#add(slips.reserved[first]!, line, column, value);
    else this.#plain(line, column, indent);
  }

  #plain(line: Line, column: number, indent: number): void {
    const value = withoutComment(line.text.slice(column));
    this.#open = { kind: 'plain', indent };
    if (/^-\s/.test(value)) return this.#add(slips.listOnFieldLine, line, column, value);
    const colon = /:(?=\s|$)/.exec(value);
    if (!colon) return;
    this.#open = { kind: 'text', indent };
    const hint = /^[“”„‘’«]/.test(value)
      ? 'Typographic quotes are no quotes to YAML: put " or \' around the value.'
      : quotingAdvice(value);
    this.#add({ ...slips.colonInside, hint }, line, column + colon.index, ': ');
  }

  #quoted(line: Line, column: number, indent: number): void {
    const quote = this.#text[line.from + column]!;
    const limit = this.#endOfValue(indent);
    const from = line.from + column;
    const end = quoteEnd(this.#text, from, limit);
    const value = line.text.slice(column);
    if (end === undefined) {
      this.#open = { kind: 'text', indent };
      this.#add(slips.unclosedQuote(value), line, column, value);
      return;
    }
    const escape = quote === '"' ? invalidEscape(this.#text, from, end) : undefined;
    if (escape !== undefined) this.#addAt(slips.badEscape, escape, escape + 2);
    this.#closeAt(
      end,
      quote === '"' ? slips.textAfterQuote(value) : slips.textAfterApostrophe(value),
      indent,
    );
  }

  #flow(line: Line, column: number, indent: number): void {
    const from = line.from + column;
    const limit = this.#endOfValue(indent);
    const end = flowEnd(this.#text, from, limit);
    const value = line.text.slice(column);
    if (end === undefined) {
      this.#open = { kind: 'text', indent };
      this.#add(
        { ...slips.unclosedBracket, hint: slips.bracketAdvice(value) },
        line,
        column,
        value,
      );
    } else {
      this.#closeAt(end, { ...slips.textAfterBracket, hint: slips.bracketAdvice(value) }, indent);
    }
  }

  /** Goes on behind a value that ends at an offset; nothing but a comment may follow on its line. */
  #closeAt(end: number, after: Slip, indent: number): void {
    while (this.#lines[this.#at + 1] && this.#lines[this.#at + 1]!.from <= end) this.#at += 1;
    const line = this.#lines[this.#at]!;
    const rest = line.text.slice(end + 1 - line.from);
    if (/^\s*(?:$|\s#)/.test(rest)) return;
    this.#open = { kind: 'text', indent };
    this.#addAt(after, end, line.from + line.text.length);
  }

  #block(line: Line, column: number, indent: number): void {
    const value = line.text.slice(column);
    this.#open = { kind: 'text', indent };
    if (/^[|>][+-]?[1-9]?[+-]?(\s+#.*)?\s*$/.test(value)) return;
    this.#add(slips.textAfterBlockSign, line, column, value);
  }

  /** A plain value goes on over deeper lines; a field among them cannot be meant. */
  #continuation(line: Line): void {
    const value = withoutComment(line.text.slice(line.indent));
    const colon = /:(?=\s|$)/.exec(value);
    if (!colon) return;
    const { indent } = this.#open;
    this.#open = { kind: 'text', indent };
    this.#add(slips.fieldInsideText, line, line.indent, value);
  }

  #noField(line: Line): void {
    const isFirst = this.#open.kind !== 'stray';
    const value = line.text.slice(line.indent).trimEnd();
    const isGlued = /^[\p{L}_][\p{L}\p{N}_ -]{0,60}:[^\s/]/u.exec(value);
    const isContinuation = this.#open.kind === 'plain' || this.#open.kind === 'text';
    const slip = isGlued ? slips.noSpace : isContinuation ? slips.continuation : slips.noColon;
    const colon = isGlued ? value.indexOf(':') : 0;
    if (isFirst) this.#add(slip, line, line.indent + colon, isGlued ? ':' : value);
    this.#open = { kind: isGlued ? 'text' : 'stray', indent: line.indent };
  }

  #outdented(line: Line): void {
    this.#rootIndent = line.indent;
    this.#add(slips.outdented, line, line.indent, line.text.trim());
    this.#field(line);
  }

  #tab(line: Line): void {
    this.#add(slips.tabIndent, line, line.indent, '\t');
  }

  /** The offset behind the last line that is indented deeper than its field, and so its value's. */
  #endOfValue(indent: number): number {
    let next = this.#at + 1;
    while (this.#lines[next] && isInside(this.#lines[next]!, indent)) next += 1;
    const line = this.#lines[next - 1]!;
    return line.from + line.text.length;
  }

  #add(slip: Slip, line: Line, column: number, what: string): void {
    this.#addAt(slip, line.from + column, line.from + column + what.trimEnd().length);
  }

  #addAt({ code = 'yaml-syntax', message, hint }: Slip, from: number, to: number): void {
    this.#causes.push({ code, from, to: Math.max(to, from + 1), message, hint });
  }
}

function isInside(line: Line, indent: number): boolean {
  return line.text.trim() === '' || line.indent > indent;
}

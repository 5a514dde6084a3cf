/*
 * Nine headers in ten hold nothing but plain lines: fields, lists, groups, simple quotes. Those are read
 * here, ten times as fast as by the YAML parser. Whatever is not certainly plain is left to it, so that
 * there is one answer to every header; a test holds the two against each other.
 */

/** The value of a header in which every line is plain, as `readYaml` would give it; else undefined. */
export function plainYaml(text: string): Plain | undefined {
  if (oddCharacter.test(text)) return undefined;
  const lines = plainLines(text);
  if (!lines || lines.length === 0 || lines.length > mostLines) return undefined;
  const reader = new PlainReader(lines);
  const value = reader.block(0);
  return reader.isAtEnd ? value : undefined;
}

export type Plain = string | Plain[] | { [key: string]: Plain };

/** Tabs, and what a reader of YAML may take for a line end or a mark. */
// eslint-disable-next-line no-control-regex -- characters that are not plain
const oddCharacter = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]/;
const mostLines = 800;
const mostLevels = 10;

export interface Line {
  /** Its number in the text, from 0. */
  row: number;
  indent: number;
  isItem: boolean;
  /** Undefined for an item that is a text. */
  key?: string;
  /** Undefined if what follows on the next lines is the value. */
  value?: string | string[];
  /** How many characters the value has as it is written. */
  size: number;
}

const shape = /^( *)(- )?(?:([A-Za-z_][A-Za-z0-9_. -]*):(?: (.*))?|(.*))$/;

/** The lines that are more than comments; undefined if one of them is not plain. */
export function plainLines(text: string): Line[] | undefined {
  const lines: Line[] = [];
  for (const [row, written] of text.split('\n').entries()) {
    if (/^ *(?:#|$)/.test(written)) continue;
    const line = plainLine(written, row);
    if (!line) return undefined;
    lines.push(line);
  }
  return lines;
}

function plainLine(written: string, row: number): Line | undefined {
  const [, spaces = '', dash, key, value, item = ''] = shape.exec(written) ?? [];
  const size = (value ?? item).length;
  const place = { row, indent: spaces.length, isItem: dash !== undefined, size };
  if (key === undefined) {
    const scalar = place.isItem ? plainScalar(item) : undefined;
    return scalar === undefined ? undefined : { ...place, value: scalar };
  }
  if (key === '__proto__' || /[ -]$/.test(key)) return undefined;
  if (value === undefined) return { ...place, key };
  const scalar = plainScalar(value);
  return scalar === undefined ? undefined : { ...place, key, value: scalar };
}

/** A text on one line in which nothing means anything to YAML, or a list of such words in brackets. */
function plainScalar(text: string): string | string[] | undefined {
  if (/^[\p{L}\p{N}(/.$+<~^_;=][^\n]*$/u.test(text)) {
    return /: | #|[: ]$/.test(text) ? undefined : text;
  }
  if (/^"[^"\\]*"$|^'[^']*'$/.test(text)) return text.slice(1, -1);
  if (text === '[]') return [];
  const words = /^\[([\p{L}\p{N}][\p{L}\p{N}._/-]*(?:, [\p{L}\p{N}][\p{L}\p{N}._/-]*)*)\]$/u.exec(
    text,
  );
  return words?.[1]?.split(', ');
}

/** Reads blocks of lines; stops for good at the first line that does not fit where it stands. */
class PlainReader {
  readonly #lines: Line[];
  #at = 0;
  #isOdd = false;

  constructor(lines: Line[]) {
    this.#lines = lines;
  }

  get isAtEnd(): boolean {
    return !this.#isOdd && this.#at === this.#lines.length;
  }

  block(level: number): Plain {
    const { indent, isItem } = this.#lines[this.#at]!;
    if (level > mostLevels) return this.#odd();
    return isItem ? this.#list(indent, level) : this.#group(indent, level);
  }

  #list(indent: number, level: number): Plain {
    const items: Plain[] = [];
    for (let line = this.#next(); line; line = this.#next()) {
      if (line.indent !== indent || !line.isItem) break;
      if (line.key === undefined) {
        items.push(line.value!);
        this.#at += 1;
        this.#endsAt(indent);
      } else {
        // The rest of the line is the first field of a group that stands two columns further in.
        this.#lines[this.#at] = { ...line, indent: indent + 2, isItem: false };
        items.push(this.#group(indent + 2, level + 1));
      }
    }
    this.#endsAt(indent);
    return items;
  }

  #group(indent: number, level: number): Plain {
    const fields = new Map<string, Plain>();
    for (let line = this.#next(); line; line = this.#next()) {
      if (line.indent !== indent || line.isItem) break;
      if (line.key === undefined || fields.has(line.key)) return this.#odd();
      this.#at += 1;
      fields.set(line.key, line.value ?? this.#valueBelow(indent, level));
      this.#endsAt(indent);
    }
    return Object.fromEntries(fields);
  }

  /** A block further in, a list in the same column, or nothing. */
  #valueBelow(indent: number, level: number): Plain {
    const line = this.#next();
    if (!line) return '';
    const isList = line.isItem && line.indent === indent;
    return line.indent > indent || isList ? this.block(level + 1) : '';
  }

  /** What follows a value must not stand further in: then it would belong to it. */
  #endsAt(indent: number): void {
    const line = this.#next();
    if (line && line.indent > indent) this.#odd();
  }

  #next(): Line | undefined {
    return this.#isOdd ? undefined : this.#lines[this.#at];
  }

  #odd(): Plain {
    this.#isOdd = true;
    return '';
  }
}

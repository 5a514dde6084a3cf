import { compareText } from '#diagnostics/diagnostic.ts';
import type { SourceProblem } from './source-text.ts';

/** Something of the source that became part of a field or of the body. */
export interface Carried {
  /** What it was, and what it became. */
  from: string;
  to: string;
  count: number;
}

/** Something of the source that has no place of its own. */
export interface NotCarried {
  file: string;
  /** In the source, counted from 1. */
  line: number;
  what: string;
  /** Why, and what became of it. */
  why: string;
}

/** A file of the source that was not imported because of a rule. */
export interface Skipped {
  file: string;
  why: string;
}

/** A file of the source that cannot be imported until somebody corrects it. */
export interface Refused {
  file: string;
  line: number;
  why: string;
  hint: string;
}

/** Collects what an import carries over and what it does not, in words for its user. */
export class ImportReport {
  readonly #carried = new Map<string, Carried>();
  readonly #notCarried: NotCarried[] = [];
  readonly skipped: Skipped[] = [];
  readonly refused: Refused[] = [];
  /** Remarks about the import as a whole. */
  readonly notes: string[] = [];

  carry(from: string, to: string, count = 1): void {
    if (count === 0) return;
    const key = `${from}\0${to}`;
    const known = this.#carried.get(key);
    this.#carried.set(key, { from, to, count: count + (known?.count ?? 0) });
  }

  lose(file: string, line: number, what: string, why: string): void {
    this.#notCarried.push({ file, line, what, why });
  }

  refuse(file: string, { line, message, hint }: SourceProblem): void {
    this.refused.push({ file, line, why: message, hint });
  }

  /** In the order in which each kind was first met. */
  get carried(): Carried[] {
    return [...this.#carried.values()];
  }

  /** By file and line. */
  get notCarried(): NotCarried[] {
    return [...this.#notCarried].sort((a, b) => compareText(a.file, b.file) || a.line - b.line);
  }
}

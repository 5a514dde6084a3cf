import type * as z from 'zod';
import { catalogue, type Code } from '#diagnostics/catalogue.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { quoted } from '#diagnostics/printable.ts';
import { schemas, type FileKind } from '#schema/index.ts';
import { adviceFor, expectation, fieldNames, schemaAt } from '#schema/shape.ts';
import { didYouMean } from './did-you-mean.ts';
import { fieldName } from './field-name.ts';
import type { YamlText } from './yaml.ts';
import type { FieldPath } from './yaml-locate.ts';

export type Fields<Kind extends FileKind> = z.output<(typeof schemas)[Kind]>;

/** Holds the plain values of a header against the schema of its kind. */
export function readFields<Kind extends FileKind>(
  kind: Kind,
  file: string,
  yaml: YamlText,
): { fields?: Fields<Kind>; diagnostics: Diagnostic[] } {
  const schema = schemas[kind];
  if (typeof yaml.value !== 'object' || yaml.value === null || Array.isArray(yaml.value)) {
    return { diagnostics: [notFields(file, yaml, kind)] };
  }
  const result = schema.safeParse(withoutEmptyFields(yaml.value));
  if (result.success) return { fields: result.data as Fields<Kind>, diagnostics: [] };
  const translate = new Translation(kind, file, yaml);
  return { diagnostics: result.error.issues.flatMap((issue) => translate.issue(issue)) };
}

/** A field without a value counts as left out, so that a template can be filled in bit by bit. */
function withoutEmptyFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmptyFields);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => field !== '')
      .map(([name, field]) => [name, withoutEmptyFields(field)]),
  );
}

function notFields(file: string, yaml: YamlText, kind: FileKind): Diagnostic {
  return {
    code: 'wrong-type',
    severity: 'error',
    file,
    ...yaml.locate([]),
    message: `Expected fields, each as "key: value"; found ${found(yaml.value)}.`,
    hint: `Start with ${fieldNames(schemas[kind]).slice(0, 3).join(', ')}.`,
  };
}

/** Says in our words, at the right place, what zod found. Values are never quoted. */
class Translation {
  readonly #kind: FileKind;
  readonly #schema: z.ZodType;
  readonly #file: string;
  readonly #yaml: YamlText;

  constructor(kind: FileKind, file: string, yaml: YamlText) {
    this.#kind = kind;
    this.#schema = schemas[kind];
    this.#file = file;
    this.#yaml = yaml;
  }

  issue(issue: z.core.$ZodIssue): Diagnostic[] {
    const path = issue.path as FieldPath;
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => this.#unknownField(path, key));
    }
    if (issue.code === 'invalid_key') return [this.#wrongKey(path)];
    if (issue.code === 'invalid_union') return [this.#wrongUnion(issue, path)];
    const value = valueAt(this.#yaml.value, path);
    if (value === undefined) return [this.#missing(path)];
    if (isEmpty(value)) return [this.#empty(path)];
    if (issue.code === 'invalid_type') return [this.#wrongType(path, value)];
    const code = issue.code === 'custom' ? (issue.params?.['code'] as Code) : 'wrong-value';
    return [this.#wrongValue(path, code, value)];
  }

  #unknownField(path: FieldPath, key: string): Diagnostic {
    const known = fieldNames(schemaAt(this.#schema, path));
    const near = didYouMean(key, known);
    const others =
      known.length <= 16 ? `The fields here are ${known.join(', ')}.` : whereUnknownThingsGo;
    return this.#report('unknown-field', [...path, key], 'key', {
      message: `There is no field ${quoted(key)} in ${this.#place(path)}.`,
      hint: near ? `Did you mean \`${near}\`?` : others,
    });
  }

  #wrongKey(path: FieldPath): Diagnostic {
    return this.#report('wrong-value', path, 'key', {
      message: 'The name is not usable; expected letters, digits, spaces, dots, hyphens or _.',
      hint: 'Names here are free, at most 60 characters.',
    });
  }

  #wrongUnion(issue: z.core.$ZodIssueInvalidUnion, path: FieldPath): Diagnostic {
    const value = valueAt(this.#yaml.value, path);
    if (isEmpty(value)) return this.#empty(path);
    const deeper = issue.errors.flat().find((inner) => inner.path.length > 0);
    return this.#wrongValue(
      deeper ? [...path, ...(deeper.path as FieldPath)] : path,
      'wrong-value',
    );
  }

  #missing(path: FieldPath): Diagnostic {
    const name = String(path.at(-1));
    const parent = path.slice(0, -1);
    return this.#report('missing-field', path, 'key', {
      message: `The field \`${name}\` is missing in ${this.#place(parent)}.`,
      hint: `Add "${name}:" with ${this.#expected(path)}.`,
    });
  }

  #empty(path: FieldPath): Diagnostic {
    return this.#report('empty-value', path, 'key', {
      message: `${capital(fieldName(path))} has no value; expected ${this.#expected(path)}.`,
      hint:
        typeof path.at(-1) === 'number'
          ? 'Write it after the "- ", or remove the line.'
          : 'Write it after the colon; a list or a group goes on indented lines below.',
    });
  }

  #wrongType(path: FieldPath, value: unknown): Diagnostic {
    const expected = this.#expected(path);
    return this.#report('wrong-type', path, 'value', {
      message: `${capital(fieldName(path))} is ${found(value)}; expected ${expected}.`,
      hint: howToWrite(expected, value),
    });
  }

  #wrongValue(path: FieldPath, code: Code, value?: unknown): Diagnostic {
    if (code === 'impossible-date') return this.#impossibleDate(path);
    const expected = this.#expected(path);
    const known = /^one of (.*)$/.exec(expected)?.[1]?.split(', ');
    const near = known && typeof value === 'string' && didYouMean(value, known);
    const hint = near ? `Did you mean \`${near}\`?` : adviceFor(schemaAt(this.#schema, path));
    return this.#report(code, path, 'value', {
      message: `The value of ${fieldName(path)} is not usable; expected ${expected}.`,
      ...(hint && { hint }),
    });
  }

  #impossibleDate(path: FieldPath): Diagnostic {
    return this.#report('impossible-date', path, 'value', {
      message: `The calendar or the clock has no such date or time as that of ${fieldName(path)}.`,
      hint: 'Correct it; a day or an hour too many is not carried over to the next.',
    });
  }

  #place(path: FieldPath): string {
    return path.length > 0 ? fieldName(path) : wholes[this.#kind];
  }

  #expected(path: FieldPath): string {
    return expectation(schemaAt(this.#schema, path));
  }

  #report(
    code: Code,
    path: FieldPath,
    part: 'key' | 'value',
    text: { message: string; hint?: string },
  ): Diagnostic {
    const place = this.#yaml.locate(path, part);
    return { code, severity: catalogue[code].severity, file: this.#file, ...place, ...text };
  }
}

const wholes: Record<FileKind, string> = {
  incident: 'this incident',
  article: 'this article',
  intake: 'this intake',
  config: 'the configuration',
};

/** How to write what was expected, seen what was found instead. */
function howToWrite(expected: string, value: unknown): string {
  if (expected.startsWith('a list'))
    return 'Write each item on a line of its own that starts with "- ".';
  if (expected.startsWith('a group') || expected.startsWith('names')) {
    return 'Write "key: value" on indented lines below the field.';
  }
  return Array.isArray(value)
    ? 'Write one value on the line of the field.'
    : 'A text that holds a colon and a space belongs in quotes.';
}

const whereUnknownThingsGo =
  'What has no field of its own goes into the body. docs/rules/unknown-field.md says where the fields are listed.';

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function valueAt(value: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>(
    (node, step) =>
      typeof node === 'object' && node !== null && Object.hasOwn(node, step)
        ? (node as Record<string | number, unknown>)[step]
        : undefined,
    value,
  );
}

function isEmpty(value: unknown): boolean {
  return value === '' || (Array.isArray(value) && value.length === 0);
}

function found(value: unknown): string {
  if (value === undefined || value === '') return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a group of fields' : 'text';
}

import type { Incident } from '#model/site.ts';

/** A field of an incident from which articles are made. */
export type SourceField = (typeof sourceFields)[number];

/**
 * What an article is made from, in the order in which changes are told. All the rest of an incident, its
 * text, its tickets, its promises, may change without any article knowing less than before.
 */
const sourceFields = [
  'title',
  'status',
  'resolution',
  'component',
  'symptoms',
  'errors',
  'goal',
  'expected',
  'environment',
  'attempts',
  'fix',
  'workaround',
  'cause',
  'unlike',
  'seen_again',
] as const;

/** A source that no longer says what it said at promotion. */
export interface SourceChange {
  incident: string;
  /** The fields that changed, came or went; empty if the digest does not know the source. */
  fields: SourceField[];
}

/**
 * What incidents say now, as `source_digest` keeps it: a line for each with its id and a short digest of
 * each field that it has, so that a later comparison can name the fields that changed.
 */
export function sourceDigest(sources: readonly Pick<Incident, 'id' | 'fields'>[]): string {
  return sources.map((source) => lineOf(source)).join('\n');
}

/**
 * What of the sources changed since a digest was written, in the order of the sources. Undefined if it
 * is no digest that fixlore wrote, and tells nothing.
 */
export function sourceChanges(
  sources: readonly Pick<Incident, 'id' | 'fields'>[],
  digest: string,
): SourceChange[] | undefined {
  const known = parsed(digest);
  if (!known) return undefined;
  return sources.flatMap(({ id, fields }): SourceChange[] => {
    const before = known.get(id);
    if (!before) return [{ incident: id, fields: [] }];
    const today = digestsOf(fields);
    const changed = sourceFields.filter((field) => before.get(field) !== today.get(field));
    return changed.length > 0 ? [{ incident: id, fields: changed }] : [];
  });
}

function lineOf({ id, fields }: Pick<Incident, 'id' | 'fields'>): string {
  const digests = [...digestsOf(fields)].map(([field, digest]) => `${field}=${digest}`);
  return [id, ...digests].join(' ');
}

function digestsOf(fields: Incident['fields']): Map<SourceField, string> {
  return new Map(
    sourceFields.flatMap((field) => {
      const said = saidIn(fields, field);
      return said === undefined ? [] : [[field, shortDigest(canonical(said))] as const];
    }),
  );
}

/** What a field says to an article: of attempts not who made them when, of recurrences only failures. */
function saidIn(fields: Incident['fields'], field: SourceField): unknown {
  if (field === 'attempts') {
    return fields.attempts?.map(({ action, run, outcome, afterwards }) => {
      return { action, run, outcome, afterwards };
    });
  }
  if (field === 'fix') {
    const { isolated, customer_solvable } = fields.fix ?? {};
    return fields.fix && { isolated: isolated ?? false, customer_solvable };
  }
  if (field === 'seen_again') {
    const failures = (fields.seen_again ?? []).filter(({ fix_worked }) => fix_worked === false);
    return failures.length > 0 ? failures.map(({ at, version }) => ({ at, version })) : undefined;
  }
  return fields[field];
}

/** The same text for the same content, however its keys are ordered and its lines folded. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value === 'string') return JSON.stringify(value.replaceAll(/\s+/g, ' ').trim());
  if (typeof value !== 'object' || value === null) return String(value);
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, one]) => `${key}:${canonical(one)}`).join()}}`;
}

/** FNV-1a, 32 bits: it notices changes and guards nothing. */
function shortDigest(text: string): string {
  let hash = 0x81_1c_9d_c5;
  for (const byte of new TextEncoder().encode(text)) {
    hash = Math.imul(hash ^ byte, 0x01_00_01_93) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}

function parsed(digest: string): Map<string, Map<string, string>> | undefined {
  const lines = digest.split('\n').map((line) => line.trim());
  if (!lines.every((line) => /^[a-z0-9-]+( [a-z_]+=[0-9a-f]{8})+$/.test(line))) return undefined;
  return new Map(
    lines.map((line) => {
      const [id = '', ...fields] = line.split(' ');
      const digests = fields.map((field) => field.split('=') as [field: string, digest: string]);
      return [id, new Map(digests)] as const;
    }),
  );
}

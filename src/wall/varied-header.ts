import { schemas, type RecordKind } from '#schema/index.ts';
import { expectation, schemaAt } from '#schema/shape.ts';
import type { Chance } from './chance.ts';
import type { Header, HeaderValue } from './written-base.ts';

/** The header of a record nobody promoted, with other words, times, order and fewer fields. */
export function variedHeader(
  kind: RecordKind,
  header: Header,
  chance: Chance,
  days: number,
): Header {
  const isKept = ([name]: [string, HeaderValue]) => !mayGo.has(name) || chance.isLucky(0.8);
  const kept = Object.entries(header).filter(isKept);
  const inOrder = chance.isLucky(0.5) ? chance.shuffled(kept) : kept;
  const varied = Object.fromEntries(
    inOrder.map(([name, value]) => [name, variedValue({ kind, chance, days }, value, [name])]),
  );
  if ('severity' in varied) varied['severity'] = chance.any(['critical', 'major', 'minor', 'low']);
  if (kind === 'incident' && chance.isLucky(0.3)) {
    varied['tags'] = Array.from({ length: chance.int(1, 9) }, () => chance.canary());
  }
  return varied;
}

/** Fields without which a record is as complete as before. */
const mayGo = new Set([
  ...['severity', 'effort', 'detected_by', 'reporter', 'goal', 'expected', 'errors', 'environment'],
  ...['evidence', 'recent_changes', 'follow_ups', 'manual_steps', 'seen_again', 'tags', 'tickets'],
  ...['drill', 'owner', 'reviewed', 'review_every', 'component'],
]);

interface Variation {
  kind: RecordKind;
  chance: Chance;
  days: number;
}

function variedValue(
  variation: Variation,
  value: HeaderValue,
  path: (string | number)[],
): HeaderValue {
  if (typeof value === 'string') return variedText(variation, value, path);
  if (Array.isArray(value)) {
    const items = value.map((item, index) => variedValue(variation, item, [...path, index]));
    const isFree = ['symptoms', 'errors', 'tags', 'tickets'].includes(String(path[0]));
    return isFree ? variation.chance.shuffled(items) : items;
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      variedValue(variation, inner, [...path, name]),
    ]),
  );
}

function variedText(
  { kind, chance, days }: Variation,
  value: string,
  path: (string | number)[],
): string {
  if (path[0] === 'imported' || value === 'unknown') return value;
  const expected = expectation(schemaAt(schemas[kind], path));
  if (/^\d{4}-\d\d-\d\d/.test(value) && expected.includes('date')) return shifted(value, days);
  return expected === 'text' && path.at(-1) !== 'file' ? chance.canaries(1, 8) : value;
}

/** The same time of day, so many days later. */
export function shifted(written: string, days: number): string {
  const day = Date.parse(`${written.slice(0, 10)}T00:00:00Z`);
  return new Date(day + days * 86_400_000).toISOString().slice(0, 10) + written.slice(10);
}

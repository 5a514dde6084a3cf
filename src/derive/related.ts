import type { Article, Incident, Site } from '#model/site.ts';
import { termIndex } from './similar.ts';
import { terms } from './terms.ts';

/** A record that may help with another one, and why it is shown. */
export interface Related {
  kind: 'incident' | 'article';
  id: string;
  /** From 0 up: the similarity of the words, and what is added for the reasons below. */
  score: number;
  /** The rarest words that both have, at most three. */
  words: string[];
  /** Error messages that both name, as the other one writes them. */
  errors: string[];
  /** Both are about this component. */
  component?: string;
}

const mostShown = 5;
const least = 0.12;
const forError = 0.4;
const forComponent = 0.08;

/**
 * For each incident and article the records that are most like it, at most five, most alike first.
 *
 * Alike is: the cosine of the words of title, symptoms, errors and cause, weighted by how rare they are
 * (see `termIndex`); 0.4 more if they share an error message (compared without case and white space);
 * 0.08 more if they share a component. Below 0.12 nothing is shown. Left out are the record itself, its
 * duplicates and original, and the articles made from it, which the page names anyway; and archived
 * articles. Ties: incidents before articles, then by the order of the site.
 *
 * Keys are "incident <id>" and "article <id>".
 */
export function related(site: Site): Map<string, Related[]> {
  const items = [...site.incidents.map(itemOf), ...site.articles.filter(isCurrent).map(itemOf)];
  const index = termIndex(items.map(({ words }) => words));
  const byError = positionsByError(items);
  return new Map(
    items.map((item, position) => {
      const scores = index.similarTo(position);
      for (const error of item.errors.keys()) {
        for (const other of byError.get(error) ?? []) {
          if (other !== position) scores.set(other, index.cosine(position, other));
        }
      }
      const found = [...scores]
        .filter(([other]) => !item.known.has(items[other]!.key))
        .map(([other, score]) => ({ other, ...withReasons(item, items[other]!, score) }))
        .filter(({ score }) => score >= least)
        .sort((a, b) => b.score - a.score || a.other - b.other)
        .slice(0, mostShown)
        .map(({ other, ...shown }) => ({
          ...shown,
          words: sharedWords(item.words, items[other]!.wordSet, index.rarity),
        }));
      return [item.key, found];
    }),
  );
}

interface Item {
  key: string;
  kind: 'incident' | 'article';
  id: string;
  words: string[];
  wordSet: ReadonlySet<string>;
  /** As compared, with what was written. */
  errors: ReadonlyMap<string, string>;
  component?: string;
  /** Keys of records that the page names anyway. */
  known: ReadonlySet<string>;
}

function itemOf(record: Incident | Article): Item {
  const { kind, id, fields } = record;
  const { title, symptoms = [], errors = [], product, component } = fields;
  const cause = kind === 'incident' ? ((record as Incident).fields.cause ?? '') : '';
  const words = terms([title, ...symptoms, ...errors, cause].join(' '));
  return {
    key: `${kind} ${id}`,
    kind: kind as Item['kind'],
    id,
    words,
    wordSet: new Set(words),
    errors: new Map(errors.map((error) => [comparable(error), error])),
    component: component && `${product}.${component}`,
    known: knownKeys(record),
  };
}

function knownKeys(record: Incident | Article): Set<string> {
  if (record.kind === 'article') {
    return new Set(((record as Article).fields.sources ?? []).map((id) => `incident ${id}`));
  }
  const { articles, duplicates, unlike, fields } = record as Incident;
  return new Set([
    ...articles.map((id) => `article ${id}`),
    ...[...duplicates, fields.duplicate_of ?? ''].map((id) => `incident ${id}`),
    ...unlike.map(({ incident }) => `incident ${incident}`),
  ]);
}

function isCurrent({ fields }: Article): boolean {
  return fields.state !== 'archived';
}

function comparable(error: string): string {
  return error.toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

function positionsByError(items: readonly Item[]): Map<string, number[]> {
  const positions = new Map<string, number[]>();
  for (const [position, { errors }] of items.entries()) {
    for (const error of errors.keys()) {
      positions.set(error, [...(positions.get(error) ?? []), position]);
    }
  }
  return positions;
}

function withReasons(item: Item, other: Item, similarity: number): Omit<Related, 'words'> {
  const errors = [...other.errors]
    .filter(([error]) => item.errors.has(error))
    .map(([, text]) => text);
  const isSame = item.component !== undefined && item.component === other.component;
  return {
    kind: other.kind,
    id: other.id,
    score: similarity + (errors.length > 0 ? forError : 0) + (isSame ? forComponent : 0),
    errors,
    component: isSame ? item.component : undefined,
  };
}

function sharedWords(
  words: readonly string[],
  others: ReadonlySet<string>,
  rarity: (term: string) => number,
): string[] {
  return words
    .filter((word) => others.has(word))
    .sort((a, b) => rarity(b) - rarity(a))
    .slice(0, 3);
}

import type { Article, Incident, Site } from '#model/site.ts';
import { commonest, termIndex } from './similar.ts';
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
 * For each incident and each article that is not archived the records that are most like it, at most five,
 * most alike first.
 *
 * Alike is: the cosine of the words of title, symptoms, errors and cause, weighted by how rare they are
 * (see `termIndex`); 0.4 more if they share an error message (compared without case and white space);
 * 0.08 more if they share a component. Below 0.12 nothing is shown. Not every pair is compared, but those
 * that share a word which is not too common, and those that share an error (see `positionsByError`).
 *
 * Left out are what the page names anyway, which is the record itself, its duplicates and original, those
 * it is told apart from, its sources and the articles made from it; and archived articles. Ties: incidents
 * before articles, then by the order of the site.
 *
 * Keys are "incident <id>" and "article <id>".
 */
export function related(site: Site): Map<string, Related[]> {
  const items = [...site.incidents.map(itemOf), ...site.articles.filter(isCurrent).map(itemOf)];
  const index = termIndex(items.map(({ words }) => words));
  const byError = positionsByError(items);
  return new Map(
    items.map((item, position) => {
      const similar = index.similarTo(position);
      for (const error of item.errors?.keys() ?? []) {
        for (const other of byError.get(error) ?? []) {
          if (other !== position) similar.set(other, index.cosine(position, other));
        }
      }
      const found: { other: number; score: number }[] = [];
      for (const [other, similarity] of similar) {
        const score = similarity + forReasons(item, items[other]!);
        if (score >= least && !item.known.has(items[other]!.key)) found.push({ other, score });
      }
      const nearest = found
        .sort((a, b) => b.score - a.score || a.other - b.other)
        .slice(0, mostShown);
      return [
        item.key,
        nearest.map(({ other, score }) => shownAs(item, items[other]!, score, index.rarity)),
      ];
    }),
  );
}

interface Item {
  key: string;
  kind: 'incident' | 'article';
  id: string;
  words: string[];
  wordSet: ReadonlySet<string>;
  /** As compared, with what was written; undefined without any. */
  errors?: ReadonlyMap<string, string>;
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
    errors:
      errors.length > 0 ? new Map(errors.map((error) => [comparable(error), error])) : undefined,
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

/**
 * Who names an error, articles first, then the latest incidents. Of an error that more than `commonest`
 * name only so many are found by it: to follow all would compare every pair.
 */
function positionsByError(items: readonly Item[]): Map<string, number[]> {
  const positions = new Map<string, number[]>();
  const articlesFirst = [...items.keys()].sort((a, b) => rank(items[a]!) - rank(items[b]!));
  for (const position of articlesFirst) {
    for (const error of items[position]!.errors?.keys() ?? []) {
      const list = positions.get(error);
      if (!list) positions.set(error, [position]);
      else if (list.length < commonest) list.push(position);
    }
  }
  return positions;
}

function rank({ kind }: Item): number {
  return kind === 'article' ? 0 : 1;
}

function forReasons(item: Item, other: Item): number {
  return (
    (hasSharedError(item, other) ? forError : 0) + (isSamePart(item, other) ? forComponent : 0)
  );
}

function hasSharedError({ errors }: Item, other: Item): boolean {
  if (!errors || !other.errors) return false;
  for (const error of errors.keys()) if (other.errors.has(error)) return true;
  return false;
}

function isSamePart(item: Item, other: Item): boolean {
  return item.component !== undefined && item.component === other.component;
}

function shownAs(
  item: Item,
  other: Item,
  score: number,
  rarity: (term: string) => number,
): Related {
  return {
    kind: other.kind,
    id: other.id,
    score,
    words: item.words
      .filter((word) => other.wordSet.has(word))
      .sort((a, b) => rarity(b) - rarity(a))
      .slice(0, 3),
    errors: [...(other.errors ?? [])].flatMap(([error, text]) =>
      item.errors?.has(error) ? text : [],
    ),
    component: isSamePart(item, other) ? item.component : undefined,
  };
}

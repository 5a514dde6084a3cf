import type { Incident, Site } from '#model/site.ts';
import { termIndex } from './similar.ts';
import { terms } from './terms.ts';

/** Two incidents that look the same to a customer and were fixed differently. */
export interface LookAlike {
  /** The later one in the order of the site comes second. */
  incidents: [string, string];
  /** How alike their symptoms are, from 0 to 1. */
  similarity: number;
  /** Whether one of the two says in `unlike` how to tell them apart. */
  isToldApart: boolean;
}

/** From here on two descriptions are taken for the same by somebody who reads them quickly. */
const sameSymptoms = 0.35;
/** Below this two fixes are taken to be different ones. */
const sameFix = 0.3;

/**
 * The pairs of incidents whose symptoms match but whose fixes differ, most alike first, ties in the order
 * of the site.
 *
 * Symptoms match when the words of `symptoms` and `errors` have a cosine of at least 0.35, weighted by how
 * rare they are. Fixes differ when the actions of the two effective fixes have a cosine below 0.3; an
 * incident without an effective fix has nothing to compare and makes no pair, unless `unlike` names it.
 * Incidents that are duplicates of the same one are no look-alikes. All other pairs that `unlike` names are
 * listed, with the similarity they have. Not every pair is compared: those that are among the most alike of
 * one of the two (see `termIndex`).
 */
export function lookAlikes(site: Site): LookAlike[] {
  const { incidents } = site;
  const symptoms = termIndex(
    incidents.map(({ fields }) => wordsOf(fields.symptoms, fields.errors)),
  );
  const haveDifferentFixes = fixComparison(incidents);
  const original = originals(incidents);
  const position = new Map(incidents.map(({ id }, index) => [id, index] as const));
  const pairs = new Map<number, LookAlike>();

  for (const [index, incident] of incidents.entries()) {
    const told = new Set(incident.unlike.flatMap(({ incident: id }) => position.get(id) ?? []));
    const similar = symptoms.similarTo(index);
    for (const other of told) similar.set(other, symptoms.cosine(index, other));
    for (const [other, similarity] of similar) {
      const isToldApart = told.has(other);
      if (other === index || (!isToldApart && similarity < sameSymptoms)) continue;
      const [first, second] = other < index ? [other, index] : [index, other];
      const order = first * incidents.length + second;
      if (pairs.has(order) || original[first] === original[second]) continue;
      if (!isToldApart && !haveDifferentFixes(first, second)) continue;
      const names: [string, string] = [incidents[first]!.id, incidents[second]!.id];
      pairs.set(order, { incidents: names, similarity, isToldApart });
    }
  }
  return [...pairs]
    .sort(([a, { similarity: s }], [b, { similarity: t }]) => t - s || a - b)
    .map(([, pair]) => pair);
}

function wordsOf(...texts: (readonly string[] | undefined)[]): string[] {
  return terms(texts.flatMap((text) => text ?? []).join(' '));
}

function fixWords({ fields }: Incident): string[] {
  const fix = fields.attempts?.find(({ outcome }) => outcome === 'fixed');
  return fix ? terms(`${fix.action} ${fix.run ?? ''}`) : [];
}

function fixComparison(incidents: readonly Incident[]): (a: number, b: number) => boolean {
  const fixes = incidents.map(fixWords);
  const index = termIndex(fixes);
  const isKnown = (at: number) => fixes[at]!.length > 0;
  return (a, b) => isKnown(a) && isKnown(b) && index.cosine(a, b) < sameFix;
}

/** For each incident the id of the one that it repeats in the end; those of a circle share one. */
function originals(incidents: readonly Incident[]): string[] {
  const repeats = new Map(
    incidents.flatMap(({ id, fields }) => (fields.duplicate_of ? [[id, fields.duplicate_of]] : [])),
  );
  return incidents.map(({ id }) => {
    const chain = new Set<string>();
    let last = id;
    for (; !chain.has(last); last = repeats.get(last) ?? last) chain.add(last);
    const circle = [...chain].slice([...chain].indexOf(last));
    return circle.toSorted()[0]!;
  });
}

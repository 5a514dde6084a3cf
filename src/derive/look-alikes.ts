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
 * Duplicates of each other are no look-alikes. Pairs that `unlike` names are always listed, with the
 * similarity they have.
 */
export function lookAlikes(site: Site): LookAlike[] {
  const { incidents } = site;
  const symptoms = termIndex(
    incidents.map(({ fields }) => wordsOf(fields.symptoms, fields.errors)),
  );
  const fixes = incidents.map(fixWords);
  const fixIndex = termIndex(fixes);
  const position = new Map(incidents.map(({ id }, index) => [id, index] as const));
  const pairs = new Map<string, LookAlike & { order: number }>();

  for (const [index, incident] of incidents.entries()) {
    const told = new Set(incident.unlike.map(({ incident: id }) => position.get(id)));
    const similar = symptoms.similarTo(index);
    for (const other of told) {
      if (other !== undefined) similar.set(other, symptoms.cosine(index, other));
    }
    for (const [other, similarity] of similar) {
      const isToldApart = told.has(other);
      if (other <= index || (!isToldApart && similarity < sameSymptoms)) continue;
      const twin = incidents[other]!;
      if (isDuplicate(incident, twin)) continue;
      if (!isToldApart && !haveDifferentFixes(fixes, fixIndex, index, other)) continue;
      pairs.set(`${index} ${other}`, {
        incidents: [incident.id, twin.id],
        similarity,
        isToldApart,
        order: index * incidents.length + other,
      });
    }
  }
  return [...pairs.values()]
    .sort((a, b) => b.similarity - a.similarity || a.order - b.order)
    .map(({ order: _order, ...pair }) => pair);
}

function wordsOf(...texts: (readonly string[] | undefined)[]): string[] {
  return terms(texts.flatMap((text) => text ?? []).join(' '));
}

function fixWords({ fields }: Incident): string[] {
  const fix = fields.attempts?.find(({ outcome }) => outcome === 'fixed');
  return fix ? terms(`${fix.action} ${fix.run ?? ''}`) : [];
}

function isDuplicate(a: Incident, b: Incident): boolean {
  return a.fields.duplicate_of === b.id || b.fields.duplicate_of === a.id;
}

function haveDifferentFixes(
  fixes: readonly (readonly string[])[],
  index: ReturnType<typeof termIndex>,
  a: number,
  b: number,
): boolean {
  if (fixes[a]!.length === 0 || fixes[b]!.length === 0) return false;
  return index.cosine(a, b) < sameFix;
}

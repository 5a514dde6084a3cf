import type { Incident } from '#model/site.ts';
import type { NoDrill, WhyNoDrill } from './drill.ts';
import { hasWords } from './words.ts';

/** The attempts of an incident of which each is a decision, by their positions, in order. */
export interface Decisions {
  incident: Incident;
  /** Up to the effective fix, or all of them without one. */
  attempts: number[];
  /** Those after the fix: made, too, but no decisions on the way to it. */
  after: number[];
}

/**
 * Which attempts of an incident are decisions, or why it is no drill.
 *
 * An incident is a drill when it is resolved or archived, has at least two attempts that say something and
 * differ, and does not say `drill: false`. An attempt whose action is a repetition, word for word, is no
 * decision of its own; neither is one whose action holds no word.
 */
export function decisionsOf(incident: Incident): Decisions | NoDrill {
  const found = known.get(incident) ?? read(incident);
  known.set(incident, found);
  return found;
}

/** Every drill in which a choice comes from an incident asks whether that is one itself. */
const known = new WeakMap<Incident, Decisions | NoDrill>();

function read(incident: Incident): Decisions | NoDrill {
  const { drill, status, attempts = [] } = incident.fields;
  const none = (why: WhyNoDrill): NoDrill => ({ incident: incident.id, why });
  if (drill === false) return none('kept_out');
  if (status !== 'resolved' && status !== 'archived') return none('not_resolved');
  const usable = [...attempts.entries()].filter(([, { action }]) => hasWords(action));
  if (usable.length < 2) return none('too_few_attempts');
  const seen = new Set<string>();
  const different = usable.flatMap(([index, { action, outcome }]) => {
    const key = sameText(action);
    if (seen.has(key) && outcome !== 'fixed') return [];
    seen.add(key);
    return [index];
  });
  if (seen.size < 2) return none('attempts_alike');
  const fix = different.findIndex((index) => attempts[index]?.outcome === 'fixed');
  const end = fix === -1 ? different.length : fix + 1;
  return { incident, attempts: different.slice(0, end), after: different.slice(end) };
}

/** What two actions have in common that say the same. */
export function sameText(action: string): string {
  return action
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

import { incidentsById } from '#model/by-id.ts';
import type { Incident } from '#model/site.ts';
import type { Rule } from './rule.ts';

/** Duplicates end at an original: a chain that comes back to where it began has none. */
export const duplicateCircle: Rule = function* ({ site }) {
  const byId = incidentsById(site);
  for (const incident of site.incidents) {
    if (!isInCircle(incident, byId)) continue;
    yield {
      code: 'self-reference',
      record: incident,
      at: ['duplicate_of'],
      message:
        'The duplicates lead in a circle back to this incident; expected one that is the original.',
      hint: 'Find the one that was there first, and leave its `duplicate_of` out.',
    };
  }
};

/** Whether a chain of two or more leads back; an incident that names itself is told elsewhere. */
function isInCircle(incident: Incident, byId: ReadonlyMap<string, Incident>): boolean {
  const seen = new Set<string>();
  let next = incident.fields.duplicate_of;
  if (next === incident.id) return false;
  while (next !== undefined && !seen.has(next)) {
    if (next === incident.id) return true;
    seen.add(next);
    next = byId.get(next)?.fields.duplicate_of;
  }
  return false;
}

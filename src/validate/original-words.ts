import type { Incident } from '#model/site.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * What the customer said is added to, never changed or removed: every symptom that an earlier version of
 * the file has, as git remembers it, is still there word for word. Without a history nothing is found.
 */
export const originalWords: Rule = function* ({ site, history }) {
  for (const incident of site.incidents) {
    const former = history?.symptoms.get(incident.file);
    if (former) yield* rewritten(incident, former);
  }
};

function* rewritten(incident: Incident, former: readonly string[]): Generator<Finding> {
  const present = new Set(incident.fields.symptoms.map(spaced));
  const lost = former.filter((symptom) => !present.has(spaced(symptom)));
  if (lost.length === 0) return;
  yield {
    code: 'symptom-rewritten',
    record: incident,
    at: ['symptoms'],
    part: 'key',
    message: `${lost.length === 1 ? 'A symptom that an earlier version has is' : `${lost.length} symptoms that earlier versions have are`} missing or changed; what a customer said is kept word for word.`,
    hint: `Put the former words back and add yours as a further item: "git log -p -- ${incident.file}" shows them.`,
  };
}

/** How YAML was folded may change; the words may not. */
function spaced(symptom: string): string {
  return symptom.replaceAll(/\s+/g, ' ').trim();
}

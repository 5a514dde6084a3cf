import type { Incident } from '#model/site.ts';
import { terms } from '../terms.ts';
import { sameText } from './decisions.ts';
import { stems } from './stems.ts';
import { hasWords } from './words.ts';
import { withoutNames } from './without-names.ts';

/** What was done in an attempt, as choices name and compare it. */
export interface Action {
  /** Without the names by which the customer could be recognised. */
  text: string;
  hasWords: boolean;
  /** The same for actions that say the same. */
  key: string;
  terms: readonly string[];
  stems: ReadonlySet<string>;
}

const known = new WeakMap<Incident, readonly Action[]>();

/** The actions of an incident. The drills of all its neighbours ask for them, so they are found once. */
export function actionsOf(incident: Incident): readonly Action[] {
  const found = known.get(incident) ?? read(incident);
  known.set(incident, found);
  return found;
}

function read(incident: Incident): Action[] {
  return (incident.fields.attempts ?? []).map(({ action }) => {
    const text = withoutNames(action, incident);
    return {
      text,
      hasWords: hasWords(action),
      key: sameText(text),
      terms: terms(action),
      stems: stems(text),
    };
  });
}

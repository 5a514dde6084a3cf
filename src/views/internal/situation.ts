import type { Incident, Site } from '#model/site.ts';
import { reproducibleWords } from '../words.ts';
import { changesOf, type Changes } from './changes.ts';

/** What was known when it began: who wanted what, what they said, where, and what had changed. */
export interface Situation {
  quotes: string[];
  goal?: string;
  expected?: string;
  reproducible?: string;
  errors: string[];
  environment: { name: string; value: string }[];
  changes?: Changes;
}

export function situationOf(site: Site, incident: Incident): Situation {
  const { symptoms, goal, expected, reproducible, errors = [], environment } = incident.fields;
  return {
    quotes: symptoms,
    goal,
    expected,
    reproducible: reproducible && reproducibleWords[reproducible],
    errors,
    environment: Object.entries(environment ?? {}).map(([name, value]) => ({ name, value })),
    changes: changesOf(site, incident),
  };
}

import type { Incident, Site } from '#model/site.ts';
import { optionalTime, type TimeText } from '../time-text.ts';
import { changeSideWords, reproducibleWords } from '../words.ts';

/** What was known when it began: who wanted what, what they said, where, and what had changed. */
export interface Situation {
  quotes: string[];
  goal?: string;
  expected?: string;
  reproducible?: string;
  errors: string[];
  environment: { name: string; value: string }[];
  changes: { what: string; side?: string; at?: TimeText }[];
}

export function situationOf({ config }: Site, { fields }: Incident): Situation {
  const { symptoms, goal, expected, reproducible, errors = [] } = fields;
  return {
    quotes: symptoms,
    goal,
    expected,
    reproducible: reproducible && reproducibleWords[reproducible],
    errors,
    environment: Object.entries(fields.environment ?? {}).map(([name, value]) => ({ name, value })),
    changes: (fields.recent_changes ?? []).map(({ what, side, at }) => ({
      what,
      side: side && changeSideWords[side],
      at: optionalTime(at, config),
    })),
  };
}

import type { Incident } from '#model/site.ts';
import { decisionsOf } from './decisions.ts';
import { hasWords } from './words.ts';

/** What a record lacks to be a good drill: positions of attempts, from 0. */
export interface DrillGaps {
  /** Attempts before the fix without a reason: nobody could guess them, so they are told, not asked. */
  because: number[];
  /** Attempts of which nobody knows whether they are still in place: the question about the proof is a guess. */
  afterwards: number[];
  /** There is no evidence at all: the drill has nothing to look at. */
  hasNoEvidence: boolean;
}

/** Undefined of what is no drill anyway. */
export function drillGaps(incident: Incident): DrillGaps | undefined {
  const decisions = decisionsOf(incident);
  if ('why' in decisions) return undefined;
  const { attempts = [], evidence = [] } = incident.fields;
  const lacks = (is: (attempt: (typeof attempts)[number]) => boolean) =>
    decisions.attempts.filter((index) => {
      const attempt = attempts[index];
      return attempt !== undefined && attempt.outcome !== 'fixed' && is(attempt);
    });
  return {
    because: lacks(({ because = '' }) => !hasWords(because)),
    afterwards: lacks(({ afterwards = 'unknown' }) => afterwards === 'unknown'),
    hasNoEvidence: evidence.length === 0,
  };
}

import type { Incident } from '#model/site.ts';
import { proof } from '../proof.ts';
import type { Decisions } from './decisions.ts';
import type { Difficulty } from './drill.ts';

/**
 * How hard a drill is, as a sum of points, each with its reason:
 *
 * - decisions: one point for each decision after the second, at most four
 * - misleading: one point for each attempt before the fix that had a reason (`because`) and had no effect or
 *   made it worse, at most three: what they saw pointed the wrong way
 * - made worse: one point if an attempt made it worse
 * - sides: one point for each side that had a recent change or the cause, after the first, at most two
 * - look-alikes: one point for each incident of the product that looks the same, at most two
 * - not proven: one point if earlier changes were still in place when it worked, or nothing worked
 *
 * Up to 4 points a drill is easy, up to 7 medium, above hard. Reasons without points are left out.
 */
export function difficultyOf(
  { incident, attempts }: Decisions,
  { decided, lookAlikes }: { decided: number; lookAlikes: number },
): Difficulty {
  const all = incident.fields.attempts ?? [];
  const tried = attempts.flatMap((index) => all[index] ?? []);
  const failed = tried.filter(({ outcome }) => outcome === 'no_effect' || outcome === 'worse');
  const misled = failed.filter(({ because }) => because !== undefined).length;
  const worse = tried.filter(({ outcome }) => outcome === 'worse').length;
  const sides = sidesOf(incident);
  const isOpen = proof(incident).kind !== 'proven_alone';
  const reasons: Difficulty['reasons'] = [
    { reason: 'decisions', count: decided, points: between(decided - 2, 4) },
    { reason: 'misleading', count: misled, points: between(misled, 3) },
    { reason: 'made_worse', count: worse, points: between(worse, 1) },
    { reason: 'sides', count: sides, points: between(sides - 1, 2) },
    { reason: 'look_alikes', count: lookAlikes, points: between(lookAlikes, 2) },
    { reason: 'not_proven', count: isOpen ? 1 : 0, points: isOpen ? 1 : 0 },
  ];
  const points = reasons.reduce((sum, one) => sum + one.points, 0);
  return {
    level: points <= 4 ? 'easy' : points <= 7 ? 'medium' : 'hard',
    points,
    reasons: reasons.filter((one) => one.points > 0),
  };
}

function between(count: number, most: number): number {
  return Math.max(0, Math.min(count, most));
}

function sidesOf({ fields: { recent_changes = [], side } }: Incident): number {
  const named = [...recent_changes.map((change) => change.side), side];
  return new Set(named.filter((one) => one !== undefined && one !== 'unknown')).size;
}

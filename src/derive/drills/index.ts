import type { Incident, Site } from '#model/site.ts';
import { decisionsOf } from './decisions.ts';
import { decisionSteps } from './decision-steps.ts';
import { difficultyOf } from './difficulty.ts';
import type { Drill, NoDrill } from './drill.ts';
import { intakeStep } from './intake-step.ts';
import { knownFacts } from './known-from.ts';
import { neighbours, type Neighbours } from './neighbours.ts';
import { proofStep } from './proof-step.ts';
import { takeAway } from './take-away.ts';

/**
 * The drill of an incident, or why it is none. The same site and seed give the same drill; another seed
 * draws other choices and another order, never other facts.
 */
export function drillOf(
  site: Site,
  incident: Incident,
  seed: string,
  known: Neighbours = neighbours(site),
): Drill | NoDrill {
  const decisions = decisionsOf(incident);
  if ('why' in decisions) return decisions;
  const zone = site.config.timezone;
  const facts = knownFacts(decisions, zone);
  const near = known.of(incident);
  const steps = decisionSteps(decisions, facts, { near, seed, zone });
  const [first, ...others] = steps;
  if (!first || steps.every(({ kind }) => kind === 'told')) {
    return { incident: incident.id, why: 'too_few_choices' };
  }
  const intake = intakeStep(incident, facts, seed);
  const last = proofStep(incident, seed);
  const { product, component } = incident.fields;
  return {
    incident: incident.id,
    product,
    ...(component !== undefined && { component }),
    seed,
    difficulty: difficultyOf(decisions, {
      decided: steps.filter(({ kind }) => kind === 'decision').length,
      lookAlikes: known.lookAlikes(incident),
    }),
    opening: facts.said,
    steps: [
      ...(intake ? [intake] : []),
      { ...first, known: [...facts.asked, ...first.known] },
      ...others,
      ...(last ? [last] : []),
    ],
    takeAway: takeAway(incident, facts),
  };
}

/** All drills of a site, easiest first, then by incident. */
export function drills(site: Site, seed: string): Drill[] {
  const known = neighbours(site);
  return site.incidents
    .flatMap((incident): Drill[] => {
      const drill = drillOf(site, incident, seed, known);
      return 'steps' in drill ? [drill] : [];
    })
    .sort(
      (a, b) => a.difficulty.points - b.difficulty.points || (a.incident < b.incident ? -1 : 1),
    );
}

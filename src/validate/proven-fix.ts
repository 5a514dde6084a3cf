import { proof } from '#derive/proof.ts';
import type { Incident } from '#model/site.ts';
import { isOrAre, numbered } from './attempt-numbers.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * An attempt that was left in place before the fix may be part of it; and one that made things worse
 * should not still be there.
 */
export const provenFix: Rule = function* ({ site }) {
  for (const incident of site.incidents) {
    yield* unproven(incident);
    yield* worseAndLeft(incident);
  }
};

function* unproven(incident: Incident): Generator<Finding> {
  const known = proof(incident);
  if (known.kind !== 'may_also_need') return;
  yield {
    code: 'fix-not-proven-alone',
    record: incident,
    at: ['attempts', known.fix, 'outcome'],
    message: `The fix is not shown to work alone: ${whatElse(incident, known.attempts)}, so ${known.attempts.length === 1 ? 'it' : 'they'} may also be needed.`,
    hint: 'Try it without: then set `isolated: true` in `fix` and say how in `isolated_how`. Or take the attempts back and write `afterwards: reverted`.',
    related: {
      record: incident,
      at: ['attempts', known.attempts[0] ?? 0, 'afterwards'],
      message: `Attempt ${(known.attempts[0] ?? 0) + 1}.`,
    },
  };
}

function* worseAndLeft(incident: Incident): Generator<Finding> {
  for (const [index, { outcome, afterwards }] of (incident.fields.attempts ?? []).entries()) {
    if (outcome !== 'worse' || afterwards !== 'left_in_place') continue;
    yield {
      code: 'attempt-made-worse-and-left',
      record: incident,
      at: ['attempts', index, 'afterwards'],
      message: `Attempt ${index + 1} made it worse and was left in place.`,
      hint: 'Take it back, then write `afterwards: reverted`; if it has to stay, say why in the text.',
    };
  }
}

/** What is still in place before the fix, and of what nobody knows. */
function whatElse({ fields }: Incident, attempts: readonly number[]): string {
  const isLeft = (index: number) => fields.attempts?.[index]?.afterwards === 'left_in_place';
  const left = attempts.filter(isLeft);
  const unknown = attempts.filter((index) => !isLeft(index));
  const told = [
    left.length > 0 && `${numbered(left)} before it ${isOrAre(left)} still in place`,
    unknown.length > 0 &&
      `nobody knows whether ${numbered(unknown)} before it ${isOrAre(unknown)} still in place`,
  ];
  return told.filter(Boolean).join(', and ');
}

import { proof } from '#derive/proof.ts';
import type { Incident } from '#model/site.ts';
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
  const numbers = known.attempts.map((index) => index + 1);
  const isOne = numbers.length === 1;
  yield {
    code: 'fix-not-proven-alone',
    record: incident,
    at: ['attempts', known.fix, 'outcome'],
    message: `The fix is not shown to work alone: ${isOne ? 'attempt' : 'attempts'} ${listed(numbers)} before it ${isOne ? 'is' : 'are'} still in place, or nobody knows, so ${isOne ? 'it' : 'they'} may also be needed.`,
    hint: 'Try it without: then set `isolated: true` in `fix` and say how in `isolated_how`. Or take the attempts back and write `afterwards: reverted`.',
    related: {
      record: incident,
      at: ['attempts', known.attempts[0] ?? 0, 'afterwards'],
      message: `Attempt ${numbers[0]}.`,
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

/** "1", "1 and 3", "1, 2 and 4". */
function listed(numbers: readonly number[]): string {
  const last = numbers.at(-1);
  return numbers.length < 2 ? String(last) : `${numbers.slice(0, -1).join(', ')} and ${last}`;
}

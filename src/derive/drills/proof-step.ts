import { Chance, seedOf } from '#model/chance.ts';
import type { Incident } from '#model/site.ts';
import { proof, type Proof } from '../proof.ts';
import type { Choice, Step, Template, Words } from './drill.ts';
import { actionWords } from './distractors.ts';
import { quoted, stepId, told, toldAbout } from './words.ts';

/** What may be said of the fix; every drill offers all of them. */
const claims = ['isolated', 'nothing_left', 'may_also_need', 'no_fix'] as const;
type Claim = (typeof claims)[number];

/**
 * The last question: what is known of the fix now? Who has watched what became of each attempt can tell, and
 * who reads how it was shown to work alone, if it was: nothing else says so. Where the record says only that
 * it was and not how, there is no such step. The answer names what was still in place, and how one would find
 * out whether it is needed.
 */
export function proofStep(incident: Incident, seed: string): Step | undefined {
  const right = claimOf(proof(incident));
  const shown = right === 'isolated' ? isolatedHow(incident) : [];
  if (right === 'isolated' && shown.length === 0) return undefined;
  const id = stepId('proof', right);
  const chance = new Chance(seedOf(`${seed} ${incident.id} ${id}`));
  const choices = claims.map((claim): Choice => {
    const isRight = claim === right;
    return {
      words: told(`proof_${claim}`),
      kind: isRight ? 'right' : 'other',
      isFix: false,
      answer: isRight ? [told('proof_is'), ...proofWords(incident)] : [told('proof_is_not')],
    };
  });
  return {
    id,
    kind: 'proof',
    known: shown.map((words) => ({ label: 'tested', words })),
    question: told('question_proof'),
    choices: chance.shuffled(choices),
  };
}

/** What the record shows of the proof. */
export function proofWords(incident: Incident): Words[] {
  const known = proof(incident);
  if (known.kind === 'no_fix') return [toldAbout('proof_none_helped', incident, 'attempts')];
  if (known.kind === 'may_also_need') return stillThere(incident, known.attempts);
  if (known.because === 'isolated') {
    return [toldAbout('proof_shown', incident, 'fix.isolated'), ...isolatedHow(incident)];
  }
  const template: Template =
    known.because === 'first_attempt' ? 'proof_first_attempt' : 'proof_nothing_left';
  return [toldAbout(template, incident, 'attempts')];
}

function isolatedHow(incident: Incident): Words[] {
  return quoted(incident, 'fix.isolated_how', incident.fields.fix?.isolated_how);
}

function stillThere(incident: Incident, attempts: readonly number[]): Words[] {
  const [first = 0] = attempts;
  return [
    toldAbout(
      'proof_still_there',
      incident,
      `attempts[${first}].afterwards`,
      ...attempts.map((index) => index + 1),
    ),
    ...attempts.map((index) => actionWords(incident, index)),
    told('proof_find_out', attempts.length),
  ];
}

function claimOf(known: Proof): Claim {
  if (known.kind !== 'proven_alone') return known.kind;
  return known.because === 'isolated' ? 'isolated' : 'nothing_left';
}

import type { WhyNoDrill } from '#derive/drills/drill.ts';
import type { DrillGaps } from '#derive/drills/gaps.ts';

/** What the incidents of a group have in common, and what to do. */
export const completeWords: Record<WhyNoDrill | 'gaps', { title: string; todo: string }> = {
  gaps: {
    title: 'Drills with gaps',
    todo: 'They work, and could ask more: write down what is missing while somebody still knows it.',
  },
  too_few_choices: {
    title: 'Too little to choose from',
    todo: 'Write down what else was tried, or the attempts of another incident of the same product: they become the choices.',
  },
  attempts_alike: {
    title: 'All attempts say the same',
    todo: 'Say of each attempt what was different in it.',
  },
  not_resolved: {
    title: 'Not resolved yet',
    todo: 'Each of them is a drill as soon as it is resolved.',
  },
  too_few_attempts: {
    title: 'Only one attempt is told',
    todo: 'If something else was tried before, write it down as an attempt: what was done, why, and what came of it. If not, there is nothing to train on.',
  },
  kept_out: {
    title: 'Kept out of the training',
    todo: 'Take “drill: false” out of the record if it may be trained on after all.',
  },
};

/** What a record lacks, in sentences: "Attempts 1 and 3 give no reason: they are told, not asked." */
export function gapTexts({ because, afterwards, hasNoEvidence }: DrillGaps): string[] {
  return [
    ...(because.length > 0
      ? [
          `${attempts(because)} ${because.length === 1 ? 'gives' : 'give'} no reason (because): nobody could guess what was done.`,
        ]
      : []),
    ...(afterwards.length > 0
      ? [
          `Of ${attempts(afterwards, 'attempt')} nobody knows whether ${afterwards.length === 1 ? 'it is' : 'they are'} still in place (afterwards): what is known of the fix is a guess.`,
        ]
      : []),
    ...(hasNoEvidence ? ['There is no evidence: nothing to look at.'] : []),
  ];
}

/** "Attempt 1", "Attempts 1, 2 and 4", from positions. */
function attempts(positions: readonly number[], word = 'Attempt'): string {
  const numbers = positions.map((position) => String(position + 1));
  const last = numbers.pop();
  return numbers.length === 0 ? `${word} ${last}` : `${word}s ${numbers.join(', ')} and ${last}`;
}

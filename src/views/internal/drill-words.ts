import type {
  Difficulty,
  DifficultyReason,
  FactLabel,
  Quoted,
  Template,
  WhyNoDrill,
  Words,
} from '#derive/drills/drill.ts';
import type { Path, Turn } from '#derive/drills/path.ts';
import { durationText } from '../time-text.ts';

/** A sentence of a drill as it is read; of an environment entry with its key. */
export function drillText(words: Words): string {
  if (!('template' in words)) return keyed(words);
  const template = drillTemplates[words.template];
  return typeof template === 'string' ? template : template(words.numbers);
}

/** Where a sentence comes from: "2026-03-14-blank-receipt, attempts[2].because". Own ones of a template have none. */
export function citationOf(words: Words): string | undefined {
  const about = 'template' in words ? words.about : words;
  return about && `${about.incident}, ${about.field}`;
}

function keyed({ key, text }: Quoted): string {
  return key === undefined ? text : `${key}: ${text}`;
}

/** Everything that a drill says and no record does. */
export const drillTemplates = {
  question_intake: 'Which question do you ask first?',
  question_first: 'What do you do first?',
  question_next: 'It is not over. What do you do next?',
  question_proof: 'That is the end of the attempts. What may be written down about the fix?',

  question_left: 'There is nothing else to choose from. This is what they did.',
  question_told_first: 'Nobody could guess this from what was known. It is what they did first.',
  question_told: 'Nobody could guess this from what was known. It is what they did next.',

  ask_recent_changes: 'What has changed lately, on any side?',
  ask_environment: 'Where exactly does it happen: which version, which device?',
  ask_errors: 'What does the message say, word by word?',
  ask_goal: 'What did you want to do when it happened?',
  ask_expected: 'What did you expect to see instead?',
  ask_reproducible: 'Does it happen every time that you try?',
  ask_evidence: 'Can you send us a picture or a log of it?',
  not_asked: 'The record holds no answer to this.',
  asked_right: 'The record holds the answer:',
  asked_other: 'Worth asking, too. The record says:',
  asked_shares: 'Of all answers this one says most about what it was in the end.',

  outcome_fixed: 'It fixed it.',
  outcome_partly: 'It helped in part.',
  outcome_no_effect: 'It had no effect.',
  outcome_worse: 'It made it worse.',
  outcome_unknown: 'Nobody knows whether it had an effect.',
  outcome_missing: 'The record does not say what came of it.',
  afterwards_left_in_place: 'The change was left in place.',
  afterwards_reverted: 'The change was taken back.',
  afterwards_no_change: 'It changed nothing that would have to be taken back.',
  afterwards_unknown: 'Nobody knows whether the change is still in place.',
  afterwards_missing: 'The record does not say whether the change is still in place.',
  side_ours: 'The cause was on our side.',
  side_customer: 'The cause was on the customer’s side.',
  side_vendor: 'The cause was on the vendor’s side.',
  side_network: 'The cause was in the network.',
  side_unknown: 'Nobody knows on whose side the cause was.',
  reproducible_always: 'It happens every time.',
  reproducible_sometimes: 'It happens sometimes.',
  reproducible_once: 'It happened once.',
  reproducible_never: 'It could not be made to happen.',

  done_next: ([number]) => `That is what they did, as attempt ${number}.`,
  done_later: 'They did this, too, but only later. What came of it is told when it is its turn.',
  done_after: 'They did this at the very end, after it was fixed.',
  done_before: ([number]) => `That had been done already, as attempt ${number}.`,
  done_elsewhere: 'That was done in another incident.',
  elsewhere_said: 'There they said:',
  elsewhere_cause: 'There it was something else:',
  told_apart: 'How to tell the two apart:',
  minutes_to_next: ([minutes = 0]) => `The next attempt came ${durationText(minutes)} later.`,
  because: 'Why:',
  typed: 'What was typed:',

  proof_isolated: 'It works alone: somebody showed it without the earlier changes',
  proof_nothing_left: 'It works alone: no earlier change was in place any more',
  proof_may_also_need: 'It may not work alone: an earlier change was still in place',
  proof_no_fix: 'There is no fix: nothing that was tried is known to have fixed it',
  proof_is: 'So it is.',
  proof_is_not: 'The record shows something else.',
  proof_first_attempt: 'It was the first thing that was tried, so nothing else can have helped.',
  proof_shown: 'Somebody showed that it works without the earlier changes:',
  proof_still_there: (numbers) =>
    `It worked, but ${numbered(numbers)} ${numbers.length === 1 ? 'was' : 'were'} still in place, or nobody knows:`,
  proof_find_out: ([count]) =>
    `To find out whether ${count === 1 ? 'that is' : 'they are'} needed: where it does no harm, take ${count === 1 ? 'it' : 'them'} back and see whether it still works; or the next time do the fix without ${count === 1 ? 'it' : 'them'}.`,
  proof_none_helped: 'No attempt is known to have fixed it.',
  fix_worked_again: ([count]) => `It was seen again and the fix worked ${times(count)}.`,
  fix_failed_again: ([count]) => `It was seen again and the fix did not work ${times(count)}.`,
} satisfies Record<Template, string | ((numbers: readonly number[]) => string)> as Record<
  Template,
  string | ((numbers: readonly number[]) => string)
>;

export const factLabels: Record<FactLabel, string> = {
  said: 'They say',
  goal: 'They wanted to',
  expected: 'They expected',
  error: 'Message',
  environment: 'Where',
  reproducible: 'How often',
  change: 'Recent change',
  evidence: 'Evidence',
  title: 'What it was',
  cause: 'Why it happened',
  side: 'Whose side',
  tested: 'Tested',
  proof: 'The fix',
  tell_apart: 'Do not mistake it',
  workaround: 'Until it is fixed',
  follow_up: 'What follows',
  seen_again: 'Since then',
};

/** What stands before a clue. */
export const clueLabel = 'What they thought';

export const difficultyWords: Record<Difficulty['level'], string> = {
  easy: 'easy',
  medium: 'medium',
  hard: 'hard',
};

/** Why a drill is as hard as it is: "4 decisions". */
export function reasonText(reason: DifficultyReason, count: number): string {
  return reasons[reason](count);
}

const reasons: Record<DifficultyReason, (count: number) => string> = {
  decisions: (count) => `${count} decisions`,
  misleading: (count) =>
    `${count} ${count === 1 ? 'reason that led' : 'reasons that led'} the wrong way`,
  made_worse: (count) => `${count} ${count === 1 ? 'attempt' : 'attempts'} made it worse`,
  sides: (count) => `${count} sides involved`,
  look_alikes: (count) => `${count} ${count === 1 ? 'incident looks' : 'incidents look'} the same`,
  not_proven: () => 'the fix is not proven alone',
};

/** How a way through a drill went: "5 of 7 as it really was, one that they did, too, but later." */
export function pathHead<Steps extends Turn>({
  answered,
  right,
  later,
  stops,
}: Path<Steps>): string {
  const asked = stops.filter(({ step }) => step.kind !== 'told').length;
  const parts = [
    `${right} of ${asked} as it really was`,
    ...(later > 0 ? [`${later === 1 ? 'one' : later} that they did, too, but later`] : []),
    ...(answered < asked ? [`${asked - answered} not answered`] : []),
  ];
  return `${parts.join(', ')}.`;
}

/** What it would have saved to do what was named before they came to it. */
export function aheadText<Steps extends Turn>({ ahead }: Path<Steps>): string | undefined {
  if (!ahead) return undefined;
  const { attempts, minutes } = ahead;
  const saved = minutes === undefined ? '' : `: that would have saved ${durationText(minutes)}`;
  return `You named what fixed it ${attempts === 1 ? 'one attempt' : `${attempts} attempts`} before they came to it${saved}.`;
}

/** How long they took to come to what fixed it. */
export function realText<Steps extends Turn>({ real }: Path<Steps>): string | undefined {
  if (!real) return undefined;
  const { attempts, minutes } = real;
  const took = minutes === undefined ? '' : ` and ${durationText(minutes)}`;
  return `It took them ${attempts === 1 ? 'one attempt' : `${attempts} attempts`}${took} to come to what fixed it.`;
}

/** Why an incident is no drill, as the end of a sentence that begins with its name. */
export const noDrillWords: Record<WhyNoDrill, string> = {
  kept_out: 'is kept out of the training (`drill: false`)',
  not_resolved: 'is not resolved yet',
  too_few_attempts: 'has fewer than two attempts that say what was done',
  attempts_alike: 'has attempts that all say the same',
  too_few_choices:
    'has too few attempts to choose from, and no other incident of its product has any',
};

/** "attempt 1", "attempts 1 and 3", "attempts 1, 2 and 4". */
function numbered(numbers: readonly number[]): string {
  const last = numbers.at(-1);
  return numbers.length < 2
    ? `attempt ${last}`
    : `attempts ${numbers.slice(0, -1).join(', ')} and ${last}`;
}

function times(count: number | undefined): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}

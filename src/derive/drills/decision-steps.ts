import { Chance, seedOf } from '#model/chance.ts';
import { momentOf } from '#model/moment.ts';
import type { Incident } from '#model/site.ts';
import { chosen } from './chosen.ts';
import { clueOf } from './clue.ts';
import type { Decisions } from './decisions.ts';
import { actionWords, distractorsAt, distractorsElsewhere, outcomeWords } from './distractors.ts';
import type { Choice, Fact, Step } from './drill.ts';
import type { KnownFacts } from './known-from.ts';
import type { Neighbour } from './neighbours.ts';
import { stems } from './stems.ts';
import { hasWords, quoted, stepId, told, toldAbout } from './words.ts';

/** What the steps are made with. */
export interface StepContext {
  near: readonly Neighbour[];
  seed: string;
  zone: string;
}

/**
 * One step for each decision. What nobody could guess is told instead: where there is nothing fresh to choose
 * from, and where the record gives no reason for an attempt, unless that is the fix or hardly any attempt
 * has a reason.
 */
export function decisionSteps(
  decisions: Decisions,
  facts: KnownFacts,
  { near, seed, zone }: StepContext,
): Step[] {
  const { incident, attempts } = decisions;
  const isGuess = guesses(decisions);
  const elsewhere = distractorsElsewhere(incident, near);
  const offered = new Map<string, number>();
  return attempts.map((attempt, position): Step => {
    const next = attempts[position + 1];
    const right = rightChoice(incident, attempt, minutesBetween(incident, [attempt, next], zone));
    const id = stepId('decision', `${attempt} ${actionOf(incident, attempt)}`);
    const step = { id, attempt, known: facts.later[position] ?? [] };
    const known = knownAt(facts, position);
    const situation = {
      stems: situationStems(incident, attempt, known),
      offers: (choice: Choice) => offered.get(offerOf(choice)) ?? 0,
    };
    const chance = new Chance(seedOf(`${seed} ${incident.id} ${id}`));
    const others = isGuess(attempt)
      ? undefined
      : chosen(right, distractorsAt(decisions, position, { elsewhere, situation }), chance);
    if (!others)
      return { ...step, kind: 'told', question: told('question_told'), choices: [right] };
    for (const { choice, offers } of others) offered.set(offerOf(choice), offers + 1);
    const choices = chance.shuffled([right, ...others.map(({ choice }) => choice)]);
    const clue = clueOf(incident, attempt, { choices, known });
    return {
      ...step,
      kind: 'decision',
      question: told(position === 0 ? 'question_first' : 'question_next'),
      ...(clue && { clue }),
      choices,
    };
  });
}

function knownAt({ said, asked, later }: KnownFacts, position: number): Fact[] {
  return [...said, ...asked, ...later.slice(0, position + 1).flat()];
}

function situationStems(
  { fields: { attempts = [] } }: Incident,
  index: number,
  known: readonly Fact[],
): ReadonlySet<string> {
  const { action = '', because = '' } = attempts[index] ?? {};
  const texts = known.flatMap(({ words }) => ('text' in words ? [words.text] : []));
  return stems([...texts, because, action].join('\n'));
}

/** By what it is known that a choice was offered before: as what, and which attempt. */
function offerOf({ kind, words }: Choice): string {
  return 'text' in words ? `${kind} ${words.incident} ${words.field}` : kind;
}

/** So many decisions with a reason make a drill in which one without a reason would be unfair. */
const enoughReasons = 2;

function guesses({ incident: { fields }, attempts }: Decisions): (attempt: number) => boolean {
  const all = fields.attempts ?? [];
  const isReasoned = (index: number) =>
    all[index]?.outcome === 'fixed' || hasWords(all[index]?.because ?? '');
  const isEnough = attempts.filter(isReasoned).length >= enoughReasons;
  return (attempt) => isEnough && !isReasoned(attempt);
}

function rightChoice(incident: Incident, index: number, minutes: number | undefined): Choice {
  const { because, run, outcome } = incident.fields.attempts?.[index] ?? {};
  const reason = quoted(incident, `attempts[${index}].because`, because);
  const typed = quoted(incident, `attempts[${index}].run`, run);
  return {
    words: actionWords(incident, index),
    kind: 'right',
    isFix: outcome === 'fixed',
    answer: [
      toldAbout('done_next', incident, `attempts[${index}].action`, index + 1),
      ...(reason.length > 0 ? [told('because'), ...reason] : []),
      ...(typed.length > 0 ? [told('typed'), ...typed] : []),
      ...outcomeWords(incident, index),
    ],
    ...(minutes !== undefined && { minutes }),
  };
}

/** From one attempt to the next one, if both say when, to the minute. */
function minutesBetween(
  { fields: { attempts = [] } }: Incident,
  [from, to]: readonly [number, number | undefined],
  zone: string,
): number | undefined {
  const [start, end] = [attempts[from]?.at, to === undefined ? undefined : attempts[to]?.at];
  if (start === undefined || end === undefined) return undefined;
  const [a, b] = [momentOf(start, zone), momentOf(end, zone)];
  if (a.isDay || b.isDay || b.start < a.end) return undefined;
  return Math.round((b.start - a.end) / 60_000);
}

function actionOf({ fields }: Incident, index: number): string {
  return fields.attempts?.[index]?.action ?? '';
}

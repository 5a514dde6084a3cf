import { Chance, seedOf } from '#model/chance.ts';
import type { Incident } from '#model/site.ts';
import { terms } from '../terms.ts';
import { asked, type Asked, type Choice, type Fact, type Step, type Words } from './drill.ts';
import type { KnownFacts } from './known-from.ts';
import { stepId, told, toldAbout } from './words.ts';

/** An answer that is worth this share of the best one is nearly as good. */
const nearlyAsGood = 0.5;

/**
 * Which question to ask first: the one whose answer, as it stands in the record, says most about the cause.
 *
 * An answer is worth the words that it shares with the cause and the effective fix and that the customer had
 * not said already. Without a cause, or where no answer or more than one has the most such words, there is
 * no such step: the record does not show which question mattered. An answer that is worth at least half as
 * much as the best one is not among the choices, since to ask for it would not be wrong; where fewer than two
 * others are left there is no such step either.
 */
export function intakeStep(incident: Incident, facts: KnownFacts, seed: string): Step | undefined {
  const worth = worthOf(incident, facts);
  const [best, ...rest] = asked
    .map((field) => ({ field, worth: worth(field).length }))
    .sort((a, b) => b.worth - a.worth);
  if (!best || best.worth === 0 || rest[0]?.worth === best.worth) return undefined;
  const wrong = rest.filter((one) => one.worth < best.worth * nearlyAsGood);
  if (wrong.length < 2) return undefined;
  const id = stepId('intake', best.field);
  const chance = new Chance(seedOf(`${seed} ${incident.id} ${id}`));
  const others = chance.shuffled(wrong).slice(0, 3);
  const choices = [best, ...others].map(({ field }) =>
    questionChoice(incident, field, { isRight: field === best.field, facts }),
  );
  return {
    id,
    kind: 'intake',
    known: [],
    question: told('question_intake'),
    choices: chance.shuffled(choices),
  };
}

function questionChoice(
  incident: Incident,
  field: Asked,
  { isRight, facts }: { isRight: boolean; facts: KnownFacts },
): Choice {
  const answers = answersTo(field, facts);
  const answer: Words[] =
    answers.length === 0
      ? [toldAbout('not_asked', incident, field)]
      : [told(isRight ? 'asked_right' : 'asked_other'), ...answers];
  return {
    words: told(`ask_${field}`),
    kind: isRight ? 'right' : 'other',
    isFix: false,
    answer: isRight ? [...answer, toldAbout('asked_shares', incident, 'cause')] : answer,
  };
}

const labels: Record<Asked, Fact['label']> = {
  recent_changes: 'change',
  environment: 'environment',
  errors: 'error',
  goal: 'goal',
  expected: 'expected',
  reproducible: 'reproducible',
  evidence: 'evidence',
};

function answersTo(field: Asked, { asked: known }: KnownFacts): Words[] {
  return known.filter(({ label }) => label === labels[field]).map(({ words }) => words);
}

/** Says which words of an answer the customer had not said and the cause or the fix speaks of. */
function worthOf({ fields }: Incident, facts: KnownFacts): (field: Asked) => string[] {
  const { cause = '', symptoms, attempts = [] } = fields;
  const fix = attempts.find(({ outcome }) => outcome === 'fixed');
  const said = new Set(terms(symptoms.join(' ')));
  const wanted = new Set(
    terms(`${cause === 'unknown' ? '' : cause} ${fix?.action ?? ''}`).filter(
      (word) => !said.has(word),
    ),
  );
  return (field) => {
    const answers = answersTo(field, facts).flatMap((words) =>
      'text' in words ? `${words.key ?? ''} ${words.text}` : [],
    );
    return terms(answers.join(' ')).filter((word) => wanted.has(word));
  };
}

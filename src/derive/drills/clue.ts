import type { Incident } from '#model/site.ts';
import type { Choice, Fact, Step } from './drill.ts';
import { sharedCount, stems } from './stems.ts';
import { quoted } from './words.ts';

/** A word that more of the known facts hold speaks of none of them. */
const mostFacts = 2;

/**
 * The reason for the attempt, and whether it names the answer.
 *
 * A reason is worth thinking about as long as it could speak of several choices. It is compared with each of
 * them by the stems of their words, and tells the answer if it points at the right one in one of these ways:
 *
 * - it shares a word with the right one that it shares with no other, and no more words with any other
 * - what is new in it, which is what no known fact says, does so
 * - together with the facts of which it speaks it shares more words with the right one than with any other; it
 *   speaks of a fact if both hold a word that at most one more fact holds
 */
export function clueOf(
  incident: Incident,
  index: number,
  { choices, known }: { choices: readonly Choice[]; known: readonly Fact[] },
): Step['clue'] {
  const { because } = incident.fields.attempts?.[index] ?? {};
  const [words] = quoted(incident, `attempts[${index}].because`, because);
  if (!words) return undefined;
  const reason = stems(words.text);
  const facts = known.flatMap((fact) =>
    'text' in fact.words ? [stems(`${fact.words.key ?? ''} ${fact.words.text}`)] : [],
  );
  const news = facts.reduce((left, fact) => left.difference(fact), reason);
  const rivals = { right: stemsOf(choices, true), others: stemsOf(choices, false) };
  const isTelling =
    namesOne(reason, rivals) ||
    namesOne(news, rivals) ||
    isNearest(withFacts(reason, facts), rivals);
  return { words, isTelling };
}

/** What the choices speak of. */
interface Rivals {
  right: readonly ReadonlySet<string>[];
  others: readonly ReadonlySet<string>[];
}

function stemsOf(choices: readonly Choice[], isRight: boolean): ReadonlySet<string>[] {
  return choices
    .filter(({ kind }) => (kind === 'right') === isRight)
    .map(({ words }) => stems('text' in words ? words.text : ''));
}

function mostShared(text: ReadonlySet<string>, choices: readonly ReadonlySet<string>[]): number {
  return Math.max(0, ...choices.map((choice) => sharedCount(text, choice)));
}

function namesOne(text: ReadonlySet<string>, { right, others }: Rivals): boolean {
  const own = others.reduce((left, other) => left.difference(other), text);
  return mostShared(own, right) > 0 && mostShared(text, right) >= mostShared(text, others);
}

function isNearest(text: ReadonlySet<string>, { right, others }: Rivals): boolean {
  return mostShared(text, right) > mostShared(text, others);
}

function withFacts(
  reason: ReadonlySet<string>,
  facts: readonly ReadonlySet<string>[],
): ReadonlySet<string> {
  const isRare = (word: string) => facts.filter((fact) => fact.has(word)).length <= mostFacts;
  return facts
    .filter((fact) => [...fact.intersection(reason)].some(isRare))
    .reduce((all, fact) => all.union(fact), reason);
}

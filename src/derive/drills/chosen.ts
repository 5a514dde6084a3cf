import type { Chance } from '#model/chance.ts';
import type { Choice } from './drill.ts';
import type { Distractor } from './distractors.ts';

/** As many choices as a decision has where there are enough. */
const usual = 4;

/** So many of the nearest are drawn from: more would bring in what nobody would think of. */
const near = 5;

/**
 * The right choice among others, in an order that says nothing about it.
 *
 * So that it is not known by its length either, it is first drawn how many of the others shall be shorter;
 * of the nearest ones so many shorter and longer ones are taken, by rank and by chance, and where one side
 * has too few the other one fills up.
 *
 * One of the others was made in the same incident, later or, where nothing is left, before, so that the right
 * one is not known by its subject. More that has been done already is taken only to have three choices.
 * Undefined if there would be nothing fresh to choose.
 */
export function chosen(
  right: Choice,
  others: readonly Distractor[],
  chance: Chance,
): Choice[] | undefined {
  const isShorter = ({ words }: Choice) => lengthOf(words) < lengthOf(right.words);
  const drawn = chance.int(0, usual - 1);
  const isWanted = (one: Choice) => isShorter(one) === drawn > 1;
  const mixed = chance
    .shuffled(others.map(({ choice }) => choice))
    .sort((a, b) => Number(isWanted(b)) - Number(isWanted(a)));
  const later = mixed.filter(({ kind }) => kind === 'later').slice(0, 1);
  const fresh = others.filter(({ choice }) => choice.kind !== 'again' && !later.includes(choice));
  const missing = Math.max(1 - later.length, 2 - later.length - fresh.length);
  const again = mixed.filter(({ kind }) => kind === 'again').slice(0, missing);
  if (later.length + fresh.length === 0) return undefined;
  const fixed = [...later, ...again];
  const pool = ranked(fresh, chance).slice(0, near);
  const count = Math.min(usual - 1 - fixed.length, pool.length);
  if (count + fixed.length < 2) return undefined;
  const shorter = pool.filter(isShorter);
  const longer = pool.filter((one) => !isShorter(one));
  const wanted = drawn - fixed.filter(isShorter).length;
  const short = Math.min(shorter.length, Math.max(0, wanted, count - longer.length), count);
  const taken = [...fixed, ...shorter.slice(0, short), ...longer.slice(0, count - short)];
  return chance.shuffled([right, ...taken]);
}

function ranked(others: readonly Distractor[], chance: Chance): Choice[] {
  return chance
    .shuffled(others)
    .sort((a, b) => blurred(a) - blurred(b))
    .map(({ choice }) => choice);
}

/** Own attempts and those of look-alikes first; all that is only of the same product last. */
function blurred({ rank }: Distractor): number {
  return rank <= 2 ? 0 : rank;
}

function lengthOf(words: Choice['words']): number {
  return 'text' in words ? words.text.length : 0;
}

import type { Chance } from '#model/chance.ts';
import type { Choice } from './drill.ts';
import type { Distractor } from './distractors.ts';

/** As many choices as a decision has where there are enough. */
const usual = 4;

/**
 * The right choice among others, in an order that says nothing about it.
 *
 * So that it is not known by its length either, it is first drawn how many of the others shall be shorter;
 * of the shorter and of the longer ones those with the lowest rank are taken, ties by chance, and where one
 * side has too few the other one fills up.
 *
 * Where nothing of the same incident is left to be done later, one thing that has been done already is among
 * the choices, so that the right one is not known by its subject. More of those are taken only to have
 * three choices. Undefined if there would be nothing else.
 */
export function chosen(
  right: Choice,
  others: readonly Distractor[],
  chance: Chance,
): Choice[] | undefined {
  const fresh = others.filter(({ choice }) => choice.kind !== 'again');
  const done = chance.shuffled(others.filter(({ choice }) => choice.kind === 'again'));
  const hasLater = fresh.some(({ choice }) => choice.kind === 'later');
  const fill = Math.max(hasLater ? 0 : 1, 2 - fresh.length);
  const fixed = fresh.length > 0 ? done.slice(0, fill).map(({ choice }) => choice) : [];
  const pool = ranked(fresh, chance);
  const count = Math.min(usual - 1 - fixed.length, pool.length);
  if (count + fixed.length < 2) return undefined;
  const isShorter = ({ words }: Choice) => lengthOf(words) < lengthOf(right.words);
  const shorter = pool.filter(isShorter);
  const longer = pool.filter((one) => !isShorter(one));
  const wanted = chance.int(0, usual - 1) - fixed.filter(isShorter).length;
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

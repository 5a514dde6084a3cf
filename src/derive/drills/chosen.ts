import type { Chance } from '#model/chance.ts';
import type { Choice } from './drill.ts';
import type { Distractor } from './distractors.ts';

/** As many choices as a decision has where there are enough. */
const usual = 4;

/** So many of the nearest are drawn from: more would bring in what nobody would think of. */
const near = 6;

/** From this distance on a choice is of another topic. */
const far = 4;

/** So often what was done later is offered before its turn, and the fix: more would give it away. */
const mostOffers = { later: 2, fix: 1 };

/** So many choices may be done later, unless all else is far: more would leave none for the decisions after. */
const mostLater = 2;

/** So many choices may have been done already: they are told by their outcome. */
const mostAgain = 2;

/**
 * The right choice among others, in an order that says nothing about it.
 *
 * One of the others was made in the same incident, later or, where nothing is left, before, so that the right
 * one is not known by its subject. What was done later is offered at most twice over a drill, and the fix
 * once, so that what comes again and again is not known to be the fix; more often only where there would
 * be fewer than three choices. What is of another topic is taken only where nothing nearer is left, and
 * at most two have been done already.
 *
 * So that the right one is not known by its length either, it is first drawn how many of the others shall be
 * shorter; of the nearest ones so many shorter and longer ones are taken, by distance and by chance, and where
 * one side has too few the other one fills up.
 *
 * Undefined if there would be nothing fresh to choose.
 */
export function chosen(
  right: Choice,
  others: readonly Distractor[],
  chance: Chance,
): Distractor[] | undefined {
  const isShorter = ({ choice: { words } }: Distractor) => lengthOf(words) < lengthOf(right.words);
  const drawn = chance.int(0, usual - 1);
  const isWanted = (one: Distractor) => isShorter(one) === drawn > 1;
  const mixed = chance
    .shuffled(notWornOut(others))
    .sort((a, b) => Number(isWanted(b)) - Number(isWanted(a)) || a.offers - b.offers);
  const later = mixed.filter(({ choice }) => choice.kind === 'later');
  const again = mixed.filter(({ choice }) => choice.kind === 'again').slice(0, mostAgain);
  const elsewhere = mixed.filter(({ choice }) => choice.kind === 'elsewhere');
  if (later.length + elsewhere.length === 0) return undefined;
  const [own] = [...later, ...again];
  const fixed = own ? [own] : [];
  const pool = nearest(
    [...sparing(later), ...elsewhere, ...again].filter(({ choice }) => choice !== own?.choice),
    usual - 1 - fixed.length,
  );
  const count = Math.min(usual - 1 - fixed.length, pool.length);
  if (count + fixed.length < 2) return undefined;
  const shorter = pool.filter(isShorter);
  const longer = pool.filter((one) => !isShorter(one));
  const wanted = drawn - fixed.filter(isShorter).length;
  const short = Math.min(shorter.length, Math.max(0, wanted, count - longer.length), count);
  return [...fixed, ...shorter.slice(0, short), ...longer.slice(0, count - short)];
}

/** Without what was offered often enough, unless too little would be left. */
function notWornOut(others: readonly Distractor[]): readonly Distractor[] {
  const usable = others.filter(({ choice: { kind, isFix }, offers }) => {
    return kind !== 'later' || offers < mostOffers[isFix ? 'fix' : 'later'];
  });
  const isEnough = usable.length > 1 && usable.some(({ choice }) => choice.kind !== 'again');
  return isEnough ? usable : others;
}

/** From the third one on farther than all but what is of another topic. */
function sparing(later: readonly Distractor[]): Distractor[] {
  return later.map((one, at) =>
    at < mostLater ? one : { ...one, distance: Math.max(one.distance, far - 0.5) },
  );
}

/** The nearest ones, of which those that are far only as far as they are needed. */
function nearest(others: readonly Distractor[], needed: number): Distractor[] {
  return others
    .toSorted((a, b) => a.distance - b.distance)
    .filter(({ distance }, at) => at < needed || (at < near && distance < far));
}

function lengthOf(words: Choice['words']): number {
  return 'text' in words ? words.text.length : 0;
}

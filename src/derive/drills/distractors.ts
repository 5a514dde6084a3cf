import type { Incident } from '#model/site.ts';
import { actionsOf } from './actions.ts';
import { decisionsOf, type Decisions } from './decisions.ts';
import type { Choice, Quoted, Words } from './drill.ts';
import type { Neighbour } from './neighbours.ts';
import { sharedCount } from './stems.ts';
import { quoted, told, toldAbout } from './words.ts';

/** A choice that is not the right one; the smaller its distance, the sooner it is taken. */
export interface Distractor {
  choice: Choice;
  /** How far it is from what is to be decided. */
  distance: number;
  /** How often it was offered at earlier decisions. */
  offers: number;
}

/** An attempt of another incident: how near that incident is, and what its action speaks of. */
export interface Elsewhere {
  choice: Choice;
  nearness: Neighbour['nearness'];
  /** Without what many actions speak of. */
  stems: ReadonlySet<string>;
}

/** What a decision is made with. */
export interface Situation {
  /** What is known, the reason for the next attempt and its action: what a near choice speaks of, too. */
  stems: ReadonlySet<string>;
  /** Of a choice: how often it was offered at earlier decisions. */
  offers: (choice: Choice) => number;
}

/** From here on two actions are taken for the same by somebody who reads them quickly. */
const sameAction = 0.5;

/** Before shared words are taken off; of another incident by its nearness. */
const distances = { later: 0, again: 3, elsewhere: [1, 2, 3, 5] } as const;

/** What was offered before is so much farther for each time. */
const forOffer = 0.5;

/** So many shared words bring a choice nearer, each by one. */
const mostShared = 2;

/**
 * What else could be chosen at a decision: what was done later in this incident, what had been done already,
 * and attempts of incidents that are near (`distractorsElsewhere`). The outcome of what was done later is not
 * told before its turn.
 *
 * The distance of what was done later is 0, of what had been done already 3; of an attempt of another incident
 * 1 if that looks the same, 2 if it is related, 3 if it is of the same component and 5 if it is of the same
 * product only, less one for each word that its action shares with the situation, at most two. Whatever was
 * offered before is half a step farther for each time.
 */
export function distractorsAt(
  { attempts, after, incident }: Decisions,
  position: number,
  { elsewhere, situation }: { elsewhere: readonly Elsewhere[]; situation: Situation },
): Distractor[] {
  const at = (distance: number, choice: Choice): Distractor => {
    const offers = situation.offers(choice);
    return { choice, distance: distance + offers * forOffer, offers };
  };
  return [
    ...attempts
      .slice(position + 1)
      .map((index) => at(distances.later, laterChoice(incident, index, 'done_later'))),
    ...after.map((index) => at(distances.later, laterChoice(incident, index, 'done_after'))),
    ...elsewhere.map(({ choice, nearness, stems }) => {
      const shared = Math.min(mostShared, sharedCount(stems, situation.stems));
      return at(distances.elsewhere[nearness] - shared, choice);
    }),
    ...attempts
      .slice(0, position)
      .map((index) => at(distances.again, againChoice(incident, index))),
  ];
}

/** The action of an attempt as a choice names it. */
export function actionWords(incident: Incident, index: number): Quoted {
  const text = actionsOf(incident)[index]?.text ?? '';
  return { incident: incident.id, field: `attempts[${index}].action`, text };
}

/** What came of an attempt, and what became of it. */
export function outcomeWords(incident: Incident, index: number): Words[] {
  const { outcome, afterwards } = incident.fields.attempts?.[index] ?? {};
  const field = `attempts[${index}]`;
  return [
    toldAbout(outcome ? `outcome_${outcome}` : 'outcome_missing', incident, `${field}.outcome`),
    toldAbout(
      afterwards ? `afterwards_${afterwards}` : 'afterwards_missing',
      incident,
      `${field}.afterwards`,
    ),
  ];
}

function laterChoice(
  incident: Incident,
  index: number,
  template: 'done_later' | 'done_after',
): Choice {
  return {
    words: actionWords(incident, index),
    kind: 'later',
    isFix: incident.fields.attempts?.[index]?.outcome === 'fixed',
    answer: [toldAbout(template, incident, `attempts[${index}].action`)],
  };
}

function againChoice(incident: Incident, index: number): Choice {
  return {
    words: actionWords(incident, index),
    kind: 'again',
    isFix: false,
    answer: [
      toldAbout('done_before', incident, `attempts[${index}].action`, index + 1),
      ...outcomeWords(incident, index),
    ],
  };
}

/** The attempts of incidents that are near, nearest first, without those that say much the same as an own one. */
export function distractorsElsewhere(own: Incident, near: readonly Neighbour[]): Elsewhere[] {
  const taken = actionsOf(own);
  const keys = new Set(taken.map(({ key }) => key));
  const found = near.flatMap(({ incident, nearness }) =>
    actionsOf(incident).flatMap((action, index): Elsewhere[] => {
      if (!action.hasWords || keys.has(action.key)) return [];
      if (taken.some((one) => overlap(one.terms, action.terms) >= sameAction)) return [];
      keys.add(action.key);
      const choice = elsewhereChoice(own, incident, index);
      return [{ choice, nearness, stems: action.stems }];
    }),
  );
  const common = commonStems(found);
  return found.map((one) => ({ ...one, stems: one.stems.difference(common) }));
}

/** What more than one in sixteen actions speak of, as of the customer, says nothing about a topic. */
function commonStems(found: readonly Elsewhere[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { stems } of found) {
    for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  const most = Math.max(2, found.length / 16);
  return new Set([...counts].flatMap(([stem, count]) => (count > most ? [stem] : [])));
}

/** The share of words that two texts have in common. */
function overlap(a: readonly string[], b: readonly string[]): number {
  const shared = a.filter((word) => b.includes(word)).length;
  return shared / Math.max(1, Math.min(a.length, b.length));
}

function elsewhereChoice(own: Incident, other: Incident, index: number): Choice {
  const apart = own.unlike.find(({ incident }) => incident === other.id);
  return {
    words: actionWords(other, index),
    kind: 'elsewhere',
    isFix: false,
    answer: [
      toldAbout('done_elsewhere', other, `attempts[${index}].action`),
      ...outcomeWords(other, index).slice(0, 1),
      toldAbout('elsewhere_said', other, 'symptoms'),
      ...quoted(other, 'symptoms[0]', other.fields.symptoms[0]),
      ...(apart ? toldApart(own, other, apart.tell_apart) : causeOf(other)),
    ],
  };
}

function toldApart(own: Incident, other: Incident, text: string): Words[] {
  const at = own.fields.unlike?.findIndex(({ incident }) => incident === other.id) ?? -1;
  const [record, index] =
    at === -1
      ? [other, other.fields.unlike?.findIndex(({ incident }) => incident === own.id) ?? 0]
      : [own, at];
  return [told('told_apart'), ...quoted(record, `unlike[${index}].tell_apart`, text)];
}

/** The cause of another incident, unless it would give away a drill of its own. */
function causeOf(other: Incident): Words[] {
  const { cause } = other.fields;
  if (cause === undefined || cause === 'unknown' || 'attempts' in decisionsOf(other)) return [];
  return [toldAbout('elsewhere_cause', other, 'cause'), ...quoted(other, 'cause', cause)];
}

import type { Incident } from '#model/site.ts';
import { actionsOf } from './actions.ts';
import { decisionsOf, type Decisions } from './decisions.ts';
import type { Choice, Quoted, Words } from './drill.ts';
import type { Neighbour } from './neighbours.ts';
import { quoted, told, toldAbout } from './words.ts';

/** A choice that is not the right one; the lower its rank, the sooner it is taken. */
export interface Distractor {
  choice: Choice;
  rank: number;
}

/** From here on two actions are taken for the same by somebody who reads them quickly. */
const sameAction = 0.5;

/**
 * What else could be chosen at a decision: what was done later in this incident, and attempts of incidents
 * that are near (`distractorsElsewhere`). The outcome of what was done later is not told before its turn. What had been done already
 * is added as a last resort, for a knowledge base that has little else.
 */
export function distractorsAt(
  decisions: Decisions,
  position: number,
  elsewhere: readonly Distractor[],
): Distractor[] {
  const { attempts, after, incident } = decisions;
  const later = attempts.slice(position + 1);
  const before = attempts.slice(0, position);
  return [
    ...later.map((index) => ({ choice: laterChoice(incident, index, 'done_later'), rank: 0 })),
    ...after.map((index) => ({ choice: laterChoice(incident, index, 'done_after'), rank: 0 })),
    ...elsewhere,
    ...before.map((index) => ({ choice: againChoice(incident, index), rank: 9 })),
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
export function distractorsElsewhere(own: Incident, near: readonly Neighbour[]): Distractor[] {
  const taken = actionsOf(own);
  const keys = new Set(taken.map(({ key }) => key));
  return near.flatMap(({ incident, nearness }) =>
    actionsOf(incident).flatMap((action, index): Distractor[] => {
      if (!action.hasWords || keys.has(action.key)) return [];
      if (taken.some((one) => overlap(one.terms, action.terms) >= sameAction)) return [];
      keys.add(action.key);
      return [{ choice: elsewhereChoice(own, incident, index), rank: 1 + nearness }];
    }),
  );
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

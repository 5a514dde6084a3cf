import type { Choice, Drill, Step } from './drill.ts';

/** How somebody went through a drill, beside what was really done. */
export interface Path {
  stops: Stop[];
  /** How many questions were answered. */
  answered: number;
  /** Answered as it was really done, or as the record shows it. */
  right: number;
  /** Answered with something that was really done, but later. */
  later: number;
  /** Named what fixed it before they came to it. */
  ahead?: Ahead;
}

/** One step: what was chosen, and what was done. */
export interface Stop {
  step: Step;
  /** Undefined where nothing was asked or answered. */
  picked?: Choice;
  right: Choice;
}

export interface Ahead {
  /** How many attempts they made before they came to it. */
  attempts: number;
  /** The minutes that those attempts took; undefined if the record does not have all the times. */
  minutes?: number;
}

/** The path of somebody, by the position of what was picked in each step; steps may be unknown or missing. */
export function pathOf({ steps }: Drill, picks: ReadonlyMap<Step['id'], number>): Path {
  const stops = steps.map((step): Stop => {
    const picked = step.kind === 'told' ? undefined : step.choices[picks.get(step.id) ?? -1];
    return { step, right: rightOf(step), ...(picked && { picked }) };
  });
  const made = stops.flatMap(({ picked }) => picked ?? []);
  const ahead = aheadOf(stops);
  return {
    stops,
    answered: made.length,
    right: made.filter(({ kind }) => kind === 'right').length,
    later: made.filter(({ kind }) => kind === 'later').length,
    ...(ahead && { ahead }),
  };
}

/** The right choice of a step; every step has one. */
export function rightOf({ choices }: Step): Choice {
  const right = choices.find(({ kind }) => kind === 'right');
  if (!right) throw new Error('A step of a drill has no right choice.');
  return right;
}

function aheadOf(stops: readonly Stop[]): Ahead | undefined {
  const from = stops.findIndex(({ picked }) => picked?.isFix && picked.kind === 'later');
  const fix = stops.findIndex(({ right }) => right.isFix);
  if (from === -1 || fix <= from) return undefined;
  const between = stops.slice(from, fix);
  const minutes = between.map(({ right }) => right.minutes);
  const known = minutes.filter((one) => one !== undefined);
  return {
    attempts: between.length,
    ...(known.length === minutes.length && {
      minutes: known.reduce((sum, one) => sum + one, 0),
    }),
  };
}

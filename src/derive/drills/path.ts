import type { Choice, Step } from './drill.ts';

/** What a way through a drill is made of: the steps of a drill, or what a page shows of them. */
export type Turn = Pick<Step, 'id' | 'kind'> & {
  choices: readonly Pick<Choice, 'kind' | 'isFix' | 'minutes'>[];
};

type ChoiceOf<Steps extends Turn> = Steps['choices'][number];

/** How somebody went through a drill, beside what was really done. */
export interface Path<Steps extends Turn = Step> {
  stops: Stop<Steps>[];
  /** How many questions were answered. */
  answered: number;
  /** Answered as it was really done, or as the record shows it. */
  right: number;
  /** Answered with something that was really done, but later. */
  later: number;
  /** Named what fixed it before they came to it. */
  ahead?: Stretch;
  /** What they did before they came to what fixed it, if that was not the first thing. */
  real?: Stretch;
}

/** One step: what was chosen, and what was done. */
export interface Stop<Steps extends Turn = Step> {
  step: Steps;
  /** Undefined where nothing was asked or answered. */
  picked?: ChoiceOf<Steps>;
  right: ChoiceOf<Steps>;
}

/** The attempts before what fixed it. */
export interface Stretch {
  attempts: number;
  /** The minutes that they took; undefined if the record does not have all the times. */
  minutes?: number;
}

/** The path of somebody, by the position of what was picked in each step; steps may be unknown or missing. */
export function pathOf<Steps extends Turn>(
  { steps }: { steps: readonly Steps[] },
  picks: ReadonlyMap<string, number>,
): Path<Steps> {
  const stops = steps.map((step): Stop<Steps> => {
    const picked: ChoiceOf<Steps> | undefined =
      step.kind === 'told' ? undefined : step.choices[picks.get(step.id) ?? -1];
    return { step, right: rightOf(step), ...(picked && { picked }) };
  });
  const made = stops.flatMap(({ picked }) => picked ?? []);
  const ahead = stretchFrom(
    stops,
    ({ picked }) => picked?.isFix === true && picked.kind === 'later',
  );
  const real = stretchFrom(stops, ({ step: { kind } }) => kind === 'decision' || kind === 'told');
  return {
    stops,
    answered: made.length,
    right: made.filter(({ kind }) => kind === 'right').length,
    later: made.filter(({ kind }) => kind === 'later').length,
    ...(ahead && { ahead }),
    ...(real && { real }),
  };
}

/** The right choice of a step; every step has one. */
export function rightOf<Steps extends Turn>({ choices }: Steps): ChoiceOf<Steps> {
  const right = choices.find(({ kind }) => kind === 'right');
  if (!right) throw new Error('A step of a drill has no right choice.');
  return right;
}

/** From the first step that `isStart` to what fixed it. */
function stretchFrom(
  stops: readonly Stop<Turn>[],
  isStart: (stop: Stop<Turn>) => boolean,
): Stretch | undefined {
  const from = stops.findIndex(isStart);
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

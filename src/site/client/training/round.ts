import type { Turn } from '#derive/drills/path.ts';
import { answerIn, type Answer, type Progress } from './progress.ts';
import { isDue } from './repetition.ts';

/* Where somebody is in a drill. A round goes through all steps, or through those that have come back. */

/** The steps that are asked again by now, in the order of the drill; those it no longer has are ignored. */
export function dueSteps<Steps extends Pick<Turn, 'id' | 'kind'>>(
  steps: readonly Steps[],
  { answers }: Progress,
  day: string,
): Steps[] {
  return steps.filter(({ id, kind }) => {
    const again = answers.get(id)?.again;
    return kind !== 'told' && again !== undefined && isDue(again, day);
  });
}

/**
 * Where to go on: at the step that was shown last, else after the last one that was answered; past the last
 * step at the summary.
 */
export function startAt(steps: readonly Pick<Turn, 'id' | 'kind'>[], progress: Progress): number {
  const place = steps.findIndex(({ id }) => id === progress.place);
  const isOpen = ({ id, kind }: Pick<Turn, 'id' | 'kind'>) =>
    kind !== 'told' && !answerIn(progress, id);
  const open = steps.findIndex(isOpen);
  if (place === -1) return open === -1 ? steps.length : open;
  // A question that was added to the record before the place has never been asked.
  const missing = steps.findIndex((step, at) => at < place && isOpen(step));
  return missing === -1 ? place : missing;
}

/** The position of a choice by the words that were chosen; undefined if it is no longer offered. */
export function positionOf(
  choices: readonly { text: string }[],
  { chose }: Pick<Answer, 'chose'>,
): number | undefined {
  const at = choices.findIndex(({ text }) => text === chose);
  return at === -1 ? undefined : at;
}

/** How the drill of a list stands. */
export interface Standing {
  answered: number;
  right: number;
  /** What was missed and comes back, by now or later. */
  due: number;
  later: number;
  /** The next day on which something comes back. */
  next?: string;
}

/** `steps` are those that ask something. */
export function standingOf(steps: readonly string[], progress: Progress, day: string): Standing {
  const answers = steps.flatMap((step) => answerIn(progress, step) ?? []);
  const again = steps.flatMap((step) => progress.answers.get(step)?.again ?? []);
  const due = again.filter((one) => isDue(one, day)).length;
  const next = again
    .map((one) => one.due)
    .filter((one) => one > day)
    .sort()[0];
  return {
    answered: answers.length,
    right: answers.filter(({ kind }) => kind === 'right').length,
    due,
    later: again.length - due,
    ...(next !== undefined && { next }),
  };
}

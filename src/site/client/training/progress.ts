import type { Choice } from '#derive/drills/drill.ts';
import { nextRepetition, today, type Repetition } from './repetition.ts';

/** How far somebody is with the drill of an incident. */
export interface Progress {
  /** What was chosen last in each step, by step; of steps that the drill no longer has, too. */
  answers: ReadonlyMap<string, Answer>;
  /** The step that was shown last. */
  place?: string;
  /** The instant of the last fresh start: answers from before it count for the repetition alone. */
  begun?: string;
  /** The instant at which the end was reached last. */
  done?: string;
  notes?: string;
}

export interface Answer {
  /** The words of the choice, since its place may be another one next time. */
  chose: string;
  kind: Choice['kind'];
  /** The instant. */
  at: string;
  /** When it is asked again, if it was ever missed. */
  again?: Repetition;
}

export const nothing: Progress = { answers: new Map() };

/** What was done in the incident, if only later, is no mistake. */
export function isMissed({ kind }: Pick<Answer, 'kind'>): boolean {
  return kind !== 'right' && kind !== 'later';
}

/** The answer of the present way through the drill. */
export function answerIn({ answers, begun = '' }: Progress, step: string): Answer | undefined {
  const answer = answers.get(step);
  return answer && answer.at >= begun ? answer : undefined;
}

/** As `progress`, with an answer given now. A clock that was set back does not undo a fresh start. */
export function answered(
  progress: Progress,
  step: string,
  chosen: Pick<Answer, 'chose' | 'kind'>,
  now: Date,
): Progress {
  const iso = now.toISOString();
  const at = progress.begun !== undefined && progress.begun > iso ? progress.begun : iso;
  const before = progress.answers.get(step)?.again;
  const again = nextRepetition(before, isMissed(chosen), today(now));
  const answer: Answer = { ...chosen, at, ...(again && { again }) };
  return { ...progress, answers: new Map([...progress.answers, [step, answer]]) };
}

/** As `progress`, before the first step; what was missed stays due when it was. */
export function begunAgain(progress: Progress, now: Date): Progress {
  // The instant after the last answer, since two can be given in one.
  const last = Math.max(
    now.getTime(),
    ...[...progress.answers.values()].map(({ at }) => Date.parse(at) + 1),
  );
  return { ...progress, place: undefined, begun: new Date(last).toISOString() };
}

/** Nothing that is worth keeping. */
export function isNothing({ answers, begun, done, notes = '' }: Progress): boolean {
  return answers.size === 0 && begun === undefined && done === undefined && notes === '';
}

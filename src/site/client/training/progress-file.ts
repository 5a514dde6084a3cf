import type { Answer, Progress } from './progress.ts';
import { progressIn, stored } from './stored-progress.ts';

/** Progress and notes of several drills as a file. */
export function progressFile(all: ReadonlyMap<string, Progress>, now: Date): string {
  const drills = Object.fromEntries([...all].map(([incident, one]) => [incident, stored(one)]));
  return `${JSON.stringify({ format, version: 1, made: now.toISOString(), drills }, null, 2)}\n`;
}

/** What a file holds, or why it is no such file. */
export type ReadFile = { drills: Map<string, Progress>; damaged: number } | { refused: Refusal };

export type Refusal = 'no_json' | 'other_file' | 'newer_version' | 'too_large';

/** A year of training is a hundredth of it. */
export const largestFile = 5_000_000;

export function readProgressFile(text: string): ReadFile {
  if (text.length > largestFile) return { refused: 'too_large' };
  const file = parsed(text);
  if (file === undefined) return { refused: 'no_json' };
  const { format: written, version, drills } = Object(file) as Record<string, unknown>;
  if (written !== format || typeof version !== 'number') return { refused: 'other_file' };
  if (version > 1) return { refused: 'newer_version' };
  const entries = Object.entries(Object(drills) as Record<string, unknown>);
  const named = entries.filter(([incident]) => isRecordName.test(incident));
  const read = named.map(([incident, one]) => [incident, progressIn(one)] as const);
  return {
    drills: new Map(read.map(([incident, { progress }]) => [incident, progress])),
    damaged: read.reduce((sum, [, one]) => sum + one.damaged, entries.length - named.length),
  };
}

/** What came of putting two together. */
export interface Merged {
  progress: Progress;
  /** Answers that are new or newer than those that were there. */
  answers: number;
  /** Whether the notes have changed. */
  hasNotes: boolean;
}

/** Puts together what two devices hold of a drill: of each step the newest answer, and both notes. */
export function merged(own: Progress, other: Progress): Merged {
  const newer = [...other.answers].filter(([step, { at }]) => isLater(at, own.answers.get(step)));
  const notes = bothNotes(own.notes, other.notes);
  const [begun, done] = [latest(own.begun, other.begun), latest(own.done, other.done)];
  const place = newer.length > 0 ? other.place : own.place;
  return {
    progress: {
      answers: new Map([...own.answers, ...newer]),
      ...(place !== undefined && { place }),
      ...(begun !== undefined && { begun }),
      ...(done !== undefined && { done }),
      ...(notes !== undefined && { notes }),
    },
    answers: newer.length,
    hasNotes: notes !== undefined && notes !== own.notes,
  };
}

/** What was taken from a file, for whoever took it. */
export interface Taken {
  answers: number;
  notes: number;
  drills: number;
  damaged: number;
}

/** Puts all of a file together with what is there, through `change`. */
export function takenFrom(
  { drills, damaged }: Exclude<ReadFile, { refused: Refusal }>,
  change: (incident: string, change: (own: Progress) => Progress) => void,
): Taken {
  const taken: Taken = { answers: 0, notes: 0, drills: 0, damaged };
  for (const [incident, other] of drills) {
    change(incident, (own) => {
      const { progress, answers, hasNotes } = merged(own, other);
      taken.answers += answers;
      taken.notes += hasNotes ? 1 : 0;
      taken.drills += answers > 0 || hasNotes ? 1 : 0;
      return progress;
    });
  }
  return taken;
}

const format = 'fixlore-training';
const isRecordName = /^[a-z0-9-]{1,80}$/;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isLater(at: string, own: Answer | undefined): boolean {
  return !own || at > own.at;
}

function latest(a: string | undefined, b: string | undefined): string | undefined {
  return a === undefined || (b !== undefined && b > a) ? b : a;
}

/** Notes are never lost: what one holds and the other does not is put below. */
function bothNotes(own = '', other = ''): string | undefined {
  if (own.includes(other)) return own === '' ? undefined : own;
  return other.includes(own) ? other : `${own}\n\n${other}`;
}

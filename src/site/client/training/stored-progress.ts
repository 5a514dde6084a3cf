import type { Answer, Progress } from './progress.ts';
import { intervals, isDay, type Repetition } from './repetition.ts';

/** Progress as it is kept on a device and in files. */
export interface StoredProgress {
  version: 1;
  answers: Record<string, Answer>;
  place?: string;
  begun?: string;
  done?: string;
  notes?: string;
}

/** What could be read, and how many values were no such thing. */
export interface ReadProgress {
  progress: Progress;
  damaged: number;
}

export function stored({ answers, ...others }: Progress): StoredProgress {
  return { version: 1, answers: Object.fromEntries(answers), ...others };
}

/**
 * Reads what somebody else may have written: another version, a program, a hand. Each value that is no such
 * thing is left out, and the others count.
 */
export function progressIn(kept: unknown): ReadProgress {
  const { version, answers, place, begun, done, notes } = Object(kept) as Record<string, unknown>;
  if (version !== 1) return { progress: { answers: new Map() }, damaged: 1 };
  const entries = isRecord(answers) ? Object.entries(answers) : [];
  const read = entries.map(([step, one]) => [step, answerIn(one)] as const);
  const good = read.filter((one): one is [string, Answer] => one[1] !== undefined);
  const parts = [
    part('place', place, isText(longestWords)),
    part('begun', begun, isInstant),
    part('done', done, isInstant),
    part('notes', notes, isText(longestNotes)),
  ];
  const lost = parts.filter(({ isDamaged }) => isDamaged).length + (isRecord(answers) ? 0 : 1);
  return {
    progress: Object.assign({ answers: new Map(good) }, ...parts.map(({ value }) => value)),
    damaged: lost + entries.length - good.length,
  };
}

/** More is no note but a file. */
export const longestNotes = 20_000;
const longestWords = 5_000;

function answerIn(kept: unknown): Answer | undefined {
  const { chose, kind, at, again } = Object(kept) as Record<string, unknown>;
  if (!isText(longestWords)(chose) || !isKind(kind) || !isInstant(at)) return undefined;
  const repetition = repetitionIn(again);
  return { chose, kind, at, ...(repetition && { again: repetition }) };
}

function repetitionIn(kept: unknown): Repetition | undefined {
  const { level, due } = Object(kept) as Record<string, unknown>;
  if (typeof level !== 'number' || intervals[level] === undefined) return undefined;
  return typeof due === 'string' && isDay(due) ? { level, due } : undefined;
}

/** A value that may be missing. */
function part(
  name: 'place' | 'begun' | 'done' | 'notes',
  value: unknown,
  isGood: (value: unknown) => value is string,
): { value: Partial<Progress>; isDamaged: boolean } {
  if (value === undefined) return { value: {}, isDamaged: false };
  return isGood(value)
    ? { value: { [name]: value }, isDamaged: false }
    : { value: {}, isDamaged: true };
}

const kinds = {
  right: true,
  later: true,
  again: true,
  elsewhere: true,
  other: true,
} satisfies Record<Answer['kind'], true>;

function isKind(value: unknown): value is Answer['kind'] {
  return typeof value === 'string' && Object.hasOwn(kinds, value);
}

function isText(longest: number) {
  return (value: unknown): value is string => typeof value === 'string' && value.length <= longest;
}

/** As `toISOString` writes it, so that instants can be compared as texts. */
function isInstant(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\dT[\d:.]{12}Z$/.test(value) &&
    isFinite(Date.parse(value))
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import type { Choice, Step } from '#derive/drills/drill.ts';
import type { Taken, Refusal } from './progress-file.ts';
import { largestFile } from './progress-file.ts';
import type { Length } from './narrowing.ts';
import { daysBetween } from './repetition.ts';
import type { Standing } from './round.ts';

/* Everything that the training says with a script and no page does. */

/** What comes of a choice, said at once. */
export function verdict(kind: Choice['kind'], step: Step['kind']): string {
  if (step === 'decision' || step === 'told') return verdicts[kind];
  if (kind === 'right') return step === 'intake' ? 'Yes, that says most.' : 'Yes, so it is.';
  return step === 'intake' ? 'Another question says more.' : 'The record shows something else.';
}

/** The right one, for who cannot see the mark. */
export function rightSpoken(text: string, step: Step['kind']): string {
  return step === 'decision' ? `They did this: ${text}` : `It is: ${text}`;
}

const verdicts: Record<Choice['kind'], string> = {
  right: 'Yes, that is what they did.',
  later: 'Not yet: they did that, too, but later.',
  again: 'Not again: they had done that already.',
  elsewhere: 'Not here: that was done in another incident.',
  other: 'Not this time.',
};

/** What stands beside a choice once it is answered. */
export const marks = {
  own: 'Your choice',
  done: 'What they did',
  asked: 'What says most',
  shown: 'What the record shows',
};

/** What is no longer offered, because the record was edited since. */
export const goneChoice = (text: string) => `What you chose is no longer offered: ${quoted(text)}`;

export const stepOf = (at: number, count: number) => `Step ${at} of ${count}`;
export const dueOf = (at: number, count: number) =>
  count === 1
    ? 'One question that has come back'
    : `Question ${at} of ${count} that have come back`;

export const labels = {
  next: 'Next',
  toEnd: 'See how it went',
  end: 'How it went',
  back: 'Back',
  keys: 'Keys',
  startAgain: 'Start again',
  startAgainSure: 'Forget these answers and start again?',
  soFar: 'What is known so far',
  said: 'They say',
  doneSoFar: 'Done so far',
  close: 'Close',
  useKeys: 'Use single keys',
  notes: 'Your notes',
  notesWhere: 'They stay on this device.',
  you: 'You',
  they: 'They',
  same: 'The same',
  notAsked: 'Told, not asked',
  notAnswered: 'Not answered',
  wholeDrill: 'Do the whole drill',
  own: 'Your training',
  dueToday: 'To repeat today',
  ways: 'Take it along, or forget it',
  where:
    'Your answers and notes are on this device only. A file takes them to another one, where they are put together with what is there.',
  save: 'Save progress and notes',
  take: 'Take them from a file',
  forget: 'Forget everything',
  forgetSure: 'Forget all answers and notes?',
  notDone: 'Not done yet',
  any: 'Any',
  spin: 'Spin the wheel',
};

export const keyRows: readonly (readonly [keys: readonly string[], what: string])[] = [
  [['a', 'd'], 'choose; so do the digits from 1'],
  [['Enter', 'Space', '→'], 'next, once it is answered'],
  [['←'], 'back to look, which changes nothing'],
  [['h'], 'a hint, where there is one'],
  [['?'], 'these keys'],
];

export const notKept =
  'Your browser keeps nothing for this page, so your answers and notes last as long as it is open.';

/** "tomorrow", "in 3 days". */
export function whenText(today: string, due: string): string {
  const days = daysBetween(today, due);
  if (days <= 0) return 'today';
  return days === 1 ? 'tomorrow' : `in ${days} days`;
}

/** When what was missed comes back, a sentence for each day. */
export function comesBack(dues: readonly string[], today: string): string {
  const byDay = [...Map.groupBy([...dues].sort(), (due) => whenText(today, due))];
  const parts = byDay.map(([when, { length }]) => `${questions(length)} ${when}`);
  return `What you missed comes back: ${parts.join(', ')}.`;
}

export const nothingMissed = 'You missed nothing, so nothing comes back.';

/** After the questions that had come back. */
export function dueResult(right: number, of: number): string {
  return right === of
    ? `${of === 1 ? 'It was' : `All ${of} were`} right this time.`
    : `${right} of ${of} right this time.`;
}

export const nothingDue = 'Nothing of this drill has come back yet.';

/** What was taken from a file. */
export function takenText({ answers, notes, drills, damaged }: Taken): string {
  const parts = [
    ...(answers > 0 ? [answers === 1 ? 'one answer' : `${answers} answers`] : []),
    ...(notes > 0 ? [notes === 1 ? 'one note' : `${notes} notes`] : []),
  ];
  const lost =
    damaged === 0
      ? ''
      : ` ${damaged === 1 ? 'One value' : `${damaged} values`} could not be read and ${damaged === 1 ? 'was' : 'were'} left out.`;
  if (parts.length === 0) return `Nothing in it is newer than what is here.${lost}`;
  const where = drills === 1 ? 'one drill' : `${drills} drills`;
  return `Taken: ${parts.join(' and ')} of ${where}.${lost}`;
}

export const refusals: Record<Refusal, string> = {
  no_json: 'That is no file of progress: it cannot be read as JSON. Nothing has changed.',
  other_file:
    'That is no file of progress: choose one that was exported here. Nothing has changed.',
  newer_version:
    'That file was written by a newer version. Rebuild this site with that version first. Nothing has changed.',
  too_large: `That file is too large: progress takes less than ${largestFile / 1_000_000} MB. Nothing has changed.`,
};

/** "one question", "3 questions". */
export function questions(count: number): string {
  return count === 1 ? 'one question' : `${count} questions`;
}

/** What they said, by which a drill is called. */
export const quoted = (text: string) => `“${text}”`;

export const nextDue = (quote: string) => `Next to repeat: ${quoted(quote)}`;
export const nextDrill = (quote: string) => `Next drill: ${quoted(quote)}`;

/** What one's own turn was, if it was another one; `took` is how long it took when it was its turn. */
export function ownTurn(
  kind: Choice['kind'],
  step: Step['kind'],
  took: string | undefined,
): string | undefined {
  if (kind === 'right' || step === 'intake') return undefined;
  if (kind === 'later') return `They did it later${took ? `: ${took} until the next attempt` : ''}`;
  if (kind === 'again') return `Done already${took ? `: it had cost ${took}` : ''}`;
  return kind === 'elsewhere' ? 'Of another incident' : 'Not what the record shows';
}

export const levelNames: Record<string, string> = { easy: 'easy', medium: 'medium', hard: 'hard' };
export const lengthNames: Record<Length, string> = {
  short: 'short, up to 4 questions',
  medium: 'medium, 5 or 6',
  long: 'long, 7 or more',
};

export const wheelStops = 'The wheel stops at';
export const leftText = (left: number, of: number) =>
  left === 0 ? `None of ${of} drills is all of that` : left === of ? '' : `${left} of ${of} drills`;
export const listFailed = 'The drills could not be loaded. Reload the page.';

/** "Done, 5 of 7 right", "3 of 7 answered". */
export function standingText(
  { answered, right }: Standing,
  of: number,
  isDone: boolean,
): string | undefined {
  if (answered === of) return `Done, ${right} of ${of} right`;
  if (answered > 0) return `${isDone ? 'Done before' : 'Begun'}, ${answered} of ${of} answered`;
  return isDone ? 'Done' : undefined;
}

export const dueAt = (count: number) => `${questions(count)} today`;
export const ownLead = (done: number, of: number) =>
  done === 0
    ? 'No drill is done yet. What you do is kept on this device and nowhere else.'
    : `${done} of ${of} drills done.`;
export const nothingBack = (day: string, next: string) =>
  `Nothing to repeat today; what you missed comes back ${whenText(day, next)}.`;
export const notKeptHere =
  'Your browser keeps nothing here: what you do lasts as long as its page.';
export const forgotten = 'Forgotten. Nothing of your training is left on this device.';

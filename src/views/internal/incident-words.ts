import type { Commitment as Standing } from '#derive/commitments.ts';
import type { Confidence, ConfidenceReason } from '#derive/confidence.ts';
import type { Proof } from '#derive/proof.ts';
import type { IncidentFields } from '#schema/incident.ts';
import type { Tag } from '../words.ts';

/* Every sentence that the page of an incident says by itself, beside the words of the record. */

type Alone = Extract<Proof, { kind: 'proven_alone' }>['because'];

/** What is known of a fix that works alone. */
export function provenAlone(fix: string, because: Alone): string {
  const ends: Record<Alone, string> = {
    first_attempt: 'and nothing was changed before.',
    nothing_left: 'and nothing that was tried before was still in place.',
    isolated: 'and was shown to work without the earlier attempts.',
  };
  return `${quoted(fix)} fixed it, ${ends[because]}`;
}

/** An earlier attempt, its number counted from 1. */
export interface Earlier {
  step: number;
  action: string;
  /** False where nobody wrote down whether it is still in place. */
  isLeft: boolean;
}

/** What else may be needed. One or two attempts are named, more are numbered. */
export function mayAlsoNeed(fix: string, earlier: readonly Earlier[]): string {
  const left = earlier.filter(({ isLeft }) => isLeft);
  const unknown = earlier.filter(({ isLeft }) => !isLeft);
  const named = earlier.length > 2 ? numbered : (some: readonly Earlier[]) => listed(quotes(some));
  const they = earlier.length === 1 ? 'it' : 'they';
  const wereLeft = `before it ${left.length === 1 ? 'was' : 'were'} left in place`;
  const still = unknown.length === 1 ? 'is still' : 'are still';
  const nobodyKnows = (before: string) =>
    `obody knows whether ${inside(named(unknown))}${before} ${still} in place`;
  const told =
    unknown.length === 0
      ? `${named(left)} ${wereLeft}`
      : left.length === 0
        ? `N${nobodyKnows(' before it')}`
        : `${named(left)} ${wereLeft}, and n${nobodyKnows('')}`;
  return `${quoted(fix)} fixed it. ${told}, so ${they} may also be needed.`;
}

/** What an incident is found by: whether its effective fix is known to work alone. */
export const proofWords: Record<Proof['kind'], string> = {
  proven_alone: 'Proven alone',
  may_also_need: 'May also need earlier attempts',
  no_fix: 'No effective fix',
};

/** How to find out whether a fix works alone; `step` is its number. */
export function settleIt(step: number, earlier: number): string {
  const those = earlier === 1 ? 'that attempt' : 'those attempts';
  return `Not shown to work alone. To settle it: go back to the state before ${those}, run step ${step} only, and record how in isolated_how.`;
}

export const knownAlone = 'So it is known to work alone.';

/** How it stands where no attempt fixed it. */
export const withoutFix = {
  noAttempts: 'The record names no attempts.',
  notYet: 'Nothing has fixed it yet.',
  notTold: 'The record does not say which attempt fixed it.',
};

export const confidenceTags: Record<Confidence['level'], Tag> = {
  high: { text: 'High trust', tone: 'good' },
  medium: { text: 'Medium trust', tone: 'none' },
  low: { text: 'Low trust', tone: 'warn' },
};

const reasons: Record<ConfidenceReason, { speaks: 'for' | 'against'; text: string }> = {
  failed_again: { speaks: 'against', text: 'it failed when the problem was seen again' },
  worked_again: { speaks: 'for', text: 'it worked when the problem was seen again' },
  proven_alone: { speaks: 'for', text: 'it is known to work alone' },
  may_need_more: { speaks: 'against', text: 'earlier attempts may also be needed' },
  verified_outside: { speaks: 'for', text: 'it was confirmed from outside' },
  verified_by_staff: { speaks: 'for', text: 'our staff confirmed it' },
  not_verified: { speaks: 'against', text: 'nobody confirmed it' },
};

/** "For it: it was confirmed from outside. Against it: earlier attempts may also be needed." */
export function confidenceReasons(known: Confidence): string {
  const side = (speaks: 'for' | 'against') =>
    known.reasons.filter((one) => reasons[one].speaks === speaks).map((one) => reasons[one].text);
  const told = [
    side('for').length > 0 && `For it: ${side('for').join(', and ')}.`,
    side('against').length > 0 && `Against it: ${side('against').join(', and ')}.`,
  ];
  return told.filter(Boolean).join(' ');
}

type Words = Record<Standing['standing'], Tag>;

/** How a commitment stands, in the words of its kind. */
export const standingTags: Record<Standing['kind'], Words> = {
  promise: {
    in_time: { text: 'Kept', tone: 'good' },
    late: { text: 'Kept late', tone: 'warn' },
    waiting: { text: 'To be kept', tone: 'none' },
    overdue: { text: 'Overdue', tone: 'bad' },
    without_due: { text: 'Without a day', tone: 'warn' },
  },
  handoff: {
    in_time: { text: 'Came back', tone: 'good' },
    late: { text: 'Came back late', tone: 'warn' },
    waiting: { text: 'No answer yet', tone: 'none' },
    overdue: { text: 'Answer overdue', tone: 'bad' },
    without_due: { text: 'No answer, no day', tone: 'warn' },
  },
  follow_up: {
    in_time: { text: 'Done', tone: 'good' },
    late: { text: 'Done late', tone: 'warn' },
    waiting: { text: 'To do', tone: 'none' },
    overdue: { text: 'Overdue', tone: 'bad' },
    without_due: { text: 'To do, without a day', tone: 'warn' },
  },
};

/** In imported records nobody is late: what was promised elsewhere years ago is no debt of today. */
export const importedStanding: Record<Standing['kind'], Tag> = {
  promise: { text: 'Not known whether it was kept', tone: 'none' },
  handoff: { text: 'Not known whether it came back', tone: 'none' },
  follow_up: { text: 'Not known whether it was done', tone: 'none' },
};

/** What stands before a time. */
export const limitWords = { promise: 'by', workaround: 'until', past: 'was meant until' };

export const silence = 'Nobody was told when to hear next.';

export const notToldApart =
  'Nobody has said yet how to tell them apart. The symptoms match, the fixes differ.';

/** The parts of a letter to whoever reported it. Each is a paragraph. */
export const letterWords = {
  greeting: 'Hello,',
  youTold: (symptom: string) => `You told us: ${quoted(symptom)}`,
  solved: (when: string) => `This was solved on ${when}.`,
  isSolved: 'This is solved.',
  working: 'We are working on it.',
  easier: 'The worst is over. We are still working on the rest.',
  hearAgain: (when: string) => `You will hear from us by ${when}.`,
  helped: (action: string) => `This is what helped: ${ended(action)}`,
  canDo: (summary: string, until?: string) =>
    `Until then, this helps: ${ended(summary)}${until ? ` We expect it to be needed until ${until}.` : ''}`,
  couldDo: (summary: string) => `Should it come back, this helps: ${ended(summary)}`,
  moreAbout: (title: string, address?: string) =>
    `More about it in our help: ${quoted(title)}${address ? `, ${address}` : ''}`,
  doesItWork: 'Does it work for you now? If not, answer here, and we go on.',
} as const;

export const letterEndings: Record<NonNullable<IncidentFields['resolution']>, string> = {
  went_away: 'It has stopped by itself. We could not find out why it happened.',
  worked_around: 'We found a way around it.',
  not_reproducible: 'We tried, and could not make it happen here.',
  duplicate: 'Others met it, too, and we follow it up there.',
  wont_fix: 'We will not change this.',
};

/** What the sender should know before sending. */
export const letterNotes = {
  silent:
    'Nobody has promised when they hear next. Promise it, write it into the record, say it here.',
  noTicket: 'The record names no ticket.',
};

/** "A", "A and B", "A, B and C". */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

export function quoted(text: string): string {
  return `“${text}”`;
}

function quotes(earlier: readonly Earlier[]): string[] {
  return earlier.map(({ action }) => quoted(action));
}

/** "Step 3", "Steps 1, 2 and 4". */
function numbered(earlier: readonly Earlier[]): string {
  const steps = earlier.map(({ step }) => String(step));
  return `${steps.length === 1 ? 'Step' : 'Steps'} ${listed(steps)}`;
}

/** As it stands within a sentence: "steps 2 and 3". */
function inside(named: string): string {
  return named.replace(/^Step/, 'step');
}

/** With a full stop, unless it ends in a sign of its own. */
function ended(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

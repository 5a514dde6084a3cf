import type { Aftermath, Outcome, Side } from '#schema/incident.ts';

/**
 * A real incident as an exercise: the situation as it was known then, what to do next step by step, and what
 * really happened. Terminal, exports and pages show this same model.
 *
 * Every sentence is `Words`: quoted from a field of a record, or made from a template and numbers that the
 * record gives. Nothing else can be said, so nothing can be invented.
 */
export interface Drill {
  /** The id of the incident. Its title often tells the answer, so it is part of the take-away only. */
  incident: string;
  product: string;
  component?: string;
  /** What the choices and their order were drawn with. */
  seed: string;
  difficulty: Difficulty;
  /** What the customer said first, and nothing from later. */
  opening: Fact[];
  steps: Step[];
  takeAway: Fact[];
}

/** Why an incident is no drill. */
export interface NoDrill {
  incident: string;
  why: WhyNoDrill;
}

export type WhyNoDrill =
  'kept_out' | 'not_resolved' | 'too_few_attempts' | 'attempts_alike' | 'too_few_choices';

/** One thing to read, with what it is. */
export interface Fact {
  label: FactLabel;
  words: Words;
}

export type FactLabel =
  | 'said'
  | 'goal'
  | 'expected'
  | 'error'
  | 'environment'
  | 'reproducible'
  | 'change'
  | 'evidence'
  | 'title'
  | 'cause'
  | 'side'
  | 'tested'
  | 'proof'
  | 'tell_apart'
  | 'workaround'
  | 'follow_up'
  | 'seen_again';

export interface Step {
  /** Made of what is asked, so that it stays the same when other steps are edited. */
  id: string;
  kind: 'intake' | 'decision' | 'told' | 'proof';
  /** Of a decision and of what is told: the position of the attempt that was made next, from 0. */
  attempt?: number;
  /** What has become known since the step before. */
  known: Fact[];
  question: Words;
  /**
   * What made them think of what they did: the reason in the record. Shown with the question unless it
   * names the answer (`isTelling`); then it is a hint for who asks for one.
   */
  clue?: { words: Words; isTelling: boolean };
  /**
   * Three or four, in the order in which they are shown; exactly one is right. Of what is told, because nobody
   * could guess it, only the right one.
   */
  choices: Choice[];
}

export interface Choice {
  words: Words;
  /**
   * - `right`: what was really done next, or what the record shows to be so
   * - `later`: done too, but later; `isFix` if it is what helped in the end
   * - `again`: had been done already
   * - `elsewhere`: an attempt of another incident
   * - `other`: a question that the record shows not to have mattered most, or a proof it does not have
   */
  kind: 'right' | 'later' | 'again' | 'elsewhere' | 'other';
  isFix: boolean;
  /** What really happened, or why it would not fit; told once it was chosen. */
  answer: Words[];
  /** What it cost: the minutes from this attempt to the next one, where the record has both times. */
  minutes?: number;
}

/** How hard a drill is, and why. */
export interface Difficulty {
  level: 'easy' | 'medium' | 'hard';
  points: number;
  reasons: { reason: DifficultyReason; count: number; points: number }[];
}

export type DifficultyReason =
  'decisions' | 'misleading' | 'made_worse' | 'sides' | 'look_alikes' | 'not_proven';

/** A sentence, and where it comes from. */
export type Words = Quoted | Told;

/** Words of a record. */
export interface Quoted {
  incident: string;
  /** The path of the field: "attempts[2].because". */
  field: string;
  /** As written; of a choice without the customer's name, by which it could be recognised. */
  text: string;
  /** Of an environment entry: its key. */
  key?: string;
}

/** A sentence of a template, with the numbers for its places and the fields that it speaks of. */
export interface Told {
  template: Template;
  numbers: number[];
  about?: { incident: string; field: string };
}

export const asked = [
  'recent_changes',
  'environment',
  'errors',
  'goal',
  'expected',
  'reproducible',
  'evidence',
] as const;
/** A field of an incident that an intake question fills. */
export type Asked = (typeof asked)[number];

export type Template =
  | 'question_intake'
  | 'question_first'
  | 'question_next'
  | 'question_proof'
  | 'question_left'
  | 'question_told_first'
  | 'question_told'
  | `ask_${Asked}`
  | 'not_asked'
  | 'asked_right'
  | 'asked_other'
  | 'asked_shares'
  | `outcome_${Outcome}`
  | 'outcome_missing'
  | `afterwards_${Aftermath}`
  | 'afterwards_missing'
  | `side_${Side}`
  | `reproducible_${'always' | 'sometimes' | 'once' | 'never'}`
  | 'done_next'
  | 'done_later'
  | 'done_after'
  | 'done_before'
  | 'done_elsewhere'
  | 'elsewhere_said'
  | 'elsewhere_cause'
  | 'told_apart'
  | 'minutes_to_next'
  | 'because'
  | 'typed'
  | 'proof_isolated'
  | 'proof_nothing_left'
  | 'proof_may_also_need'
  | 'proof_no_fix'
  | 'proof_is'
  | 'proof_is_not'
  | 'proof_first_attempt'
  | 'proof_shown'
  | 'proof_still_there'
  | 'proof_find_out'
  | 'proof_none_helped'
  | 'fix_worked_again'
  | 'fix_failed_again';

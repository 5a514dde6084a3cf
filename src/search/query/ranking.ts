/**
 * What counts how much when a question is asked: the other half of the table in `fields.ts`, which says what
 * counts on a page. bench/README.md has what each part is worth.
 */
export const ranking = {
  /** Each kind of word in a question. "Not" and "when" say little, but they are not nothing. */
  kinds: { word: 1, code: 1.5, number: 0.5, stop: 0.5 },
  /** A piece of a code that was found whole says little more. */
  pieceOfKnown: 0.2,
  /** What is searched for instead of what was typed, in relation to it. */
  corrected: 0.9,
  begun: 0.8,
  synonym: 0.4,
  /** A sentence that is like the question, against all words of the page. */
  likeness: 1.2,
  /** The same of the title, on top of it: a page that is about something before one that mentions it. */
  titleLikeness: 0.3,
  /** A stop word against another word of a sentence. */
  stopInSentence: 0.5,
} as const satisfies Ranking;

export interface Ranking {
  kinds: Record<'word' | 'code' | 'number' | 'stop', number>;
  pieceOfKnown: number;
  corrected: number;
  begun: number;
  synonym: number;
  likeness: number;
  titleLikeness: number;
  stopInSentence: number;
}

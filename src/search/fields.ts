/**
 * What is indexed, and how much it counts: the one table of both indexes.
 *
 * A word counts as often as it stands in each field, times the field's weight, less where the field is
 * longer than usual (`lengthMatters` from 0, not at all, to 1, in proportion). The sum saturates: the tenth
 * time says little that the third did not. That is BM25F (Robertson, Zaragoza, Taylor 2004, “Simple BM25
 * extension to multiple weighted fields”).
 *
 * Titles and quotes are what people ask with. Bodies hardly depend on their length, since a thorough
 * article answers more questions than a short one, not fewer.
 */
export const fields = {
  title: { weight: 4, lengthMatters: 0.5 },
  symptoms: { weight: 3, lengthMatters: 0.3 },
  errors: { weight: 3, lengthMatters: 0.3 },
  /** Its id and its former ones: an address that somebody remembers. */
  name: { weight: 2, lengthMatters: 0.5 },
  /** Component, tags, tickets, cause, goal. */
  facts: { weight: 1.5, lengthMatters: 0.3 },
  attempts: { weight: 1, lengthMatters: 0.1 },
  body: { weight: 1, lengthMatters: 0.1 },
} as const satisfies Record<string, FieldRule>;

export type Field = keyof typeof fields;

export const fieldNames = Object.keys(fields) as Field[];

/** How soon repetition stops to count: BM25's k1. */
export const saturation = 1.5;

interface FieldRule {
  weight: number;
  lengthMatters: number;
}

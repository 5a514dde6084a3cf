/**
 * How sure it is that the best page answers the question, from 0 to 1.
 *
 * Two things speak for it: that one of its sentences is like the question (`likeness`, 0 to 1), and how much
 * of what was asked, in rare words, is on the page at all (`score`, in units of the rarest word there can
 * be). Their weights and the point of doubt are a logistic regression on questions with and without an
 * answer; see bench/README.md for what it was made of and what it is worth on sets it has not seen.
 */
export function confidenceOf(likeness: number, score: number): number {
  return 1 / (1 + Math.exp(-(bias + forLikeness * likeness + forScore * Math.log1p(score))));
}

const bias = -4.2;
const forLikeness = 5.5;
const forScore = 1.6;

/** Below this nothing is called an answer: it is as likely as not that there is none. */
export const leastConfidence = 0.5;

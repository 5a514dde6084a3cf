/**
 * How sure it is that the best page answers the question, from 0 to 1.
 *
 * Two things speak for it: that one of its sentences is like the question (`likeness`, 0 to 1), and how much
 * of what was asked, in rare words, is on the page at all (`score`, in units of the rarest word there can
 * be). Their weights are a logistic regression on questions with an answer, the same questions without
 * the pages that answer them, and questions about something else; bench/README.md says on which ones, and
 * what it is worth on those that it has not seen.
 */
export function confidenceOf(likeness: number, score: number): number {
  return 1 / (1 + Math.exp(-(bias + forLikeness * likeness + forScore * Math.log1p(score))));
}

const bias = -3.8;
const forLikeness = 4.85;
const forScore = 1.7;

/**
 * Below this nothing is called an answer. It is far below one half because the mistakes weigh differently: who
 * is told that nothing answers, though the first page does, gives up; who reads a page in vain goes on. The one
 * is taken for three times as bad as the other.
 */
export const leastConfidence = 0.25;

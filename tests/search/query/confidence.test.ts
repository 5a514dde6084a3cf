import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confidenceOf, leastConfidence } from '#search/query/confidence.ts';

const likeness = fc.double({ min: 0, max: 1, noNaN: true });
const score = fc.double({ min: 0, max: 20, noNaN: true });

describe('confidence', () => {
  it('lies between 0 and 1', () => {
    fc.assert(
      fc.property(likeness, score, (like, much) => {
        expect(confidenceOf(like, much)).toBeGreaterThan(0);
        expect(confidenceOf(like, much)).toBeLessThan(1);
      }),
    );
  });

  it('never falls when a sentence is more like the question, or more of it is on the page', () => {
    fc.assert(
      fc.property(likeness, likeness, score, score, (a, b, c, d) => {
        const lower = confidenceOf(Math.min(a, b), Math.min(c, d));
        expect(confidenceOf(Math.max(a, b), Math.max(c, d))).toBeGreaterThanOrEqual(lower);
      }),
    );
  });

  it('calls the question itself an answer, and what shares nothing none', () => {
    expect(confidenceOf(1, 0.5)).toBeGreaterThan(leastConfidence);
    expect(confidenceOf(0, 0)).toBeLessThan(leastConfidence);
  });
});

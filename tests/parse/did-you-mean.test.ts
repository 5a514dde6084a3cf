import { expect, it } from 'vitest';
import { didYouMean } from '#parse/did-you-mean.ts';

it.each([
  ['titel', 'title'],
  ['nmae', 'name'],
  ['Symptom', 'symptoms'],
  ['customer solvable', 'customer_solvable'],
  ['recent-changes', 'recent_changes'],
  ['opend', 'opened'],
  ['result', undefined],
  ['x', undefined],
  ['', undefined],
])('%j is near to %j', (written, near) => {
  const known = [
    ...['title', 'name', 'status', 'symptoms', 'opened', 'customer_solvable', 'recent_changes'],
  ];
  expect(didYouMean(written, known)).toBe(near);
});

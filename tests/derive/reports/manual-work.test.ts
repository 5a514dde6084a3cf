import { expect, it } from 'vitest';
import { manualWork } from '#derive/reports/manual-work.ts';
import { siteOf } from '../../incident-of.ts';
import { now } from '../../memory-knowledge-base.ts';

it('work by hand adds up what is known, and invents no zero', () => {
  const step = (minutes?: number) => ({ what: 'Copied it', ...{ minutes } });
  const site = siteOf([
    ['a', { product: 'unmeasured', manual_steps: [step(), step()] }],
    ['b', { manual_steps: [step(0.1), step()] }],
    ['c', { manual_steps: [step(0.2)] }],
  ]);
  expect(manualWork(site, now).rows).toEqual([
    { product: 'portal', minutes: 0.3, steps: 3, unknown: 1, incidents: 2 },
    { product: 'unmeasured', minutes: undefined, steps: 2, unknown: 2, incidents: 1 },
  ]);
});

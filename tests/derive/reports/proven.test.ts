import { expect, it } from 'vitest';
import { proven } from '#derive/reports/proven.ts';
import { attempt, siteOf } from '../../incident-of.ts';
import { now } from '../../memory-knowledge-base.ts';
import { over } from './over.ts';

it('fixes proven alone are told by why, and held against all fixes', () => {
  const fixed = attempt('fixed', 'left_in_place');
  const left = attempt('no_effect', 'left_in_place');
  const site = siteOf([
    ['first', over({ attempts: [fixed] })],
    ['nothing-left', over({ attempts: [attempt('worse', 'reverted'), fixed] })],
    [
      'isolated',
      over({
        attempts: [left, fixed],
        fix: { customer_solvable: false, isolated: true, isolated_how: 'Alone' },
      }),
    ],
    ['unproven', over({ attempts: [left, fixed] })],
    ['no-fix', over({ attempts: [left] })],
  ]);
  expect(proven(site, now).rows).toEqual([
    {
      ...{ product: 'portal', fixes: 4, isolated: 1, nothing_left: 1, first_attempt: 1 },
      ...{ may_also_need: 1, share: 0.75 },
    },
  ]);
});

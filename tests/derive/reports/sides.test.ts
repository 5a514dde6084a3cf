import { expect, it } from 'vitest';
import { sides } from '#derive/reports/sides.ts';
import { siteOf } from '../../incident-of.ts';
import { now } from '../../memory-knowledge-base.ts';
import { over } from './over.ts';

it('sides are of what is over, with their work as far as it is known', () => {
  const site = siteOf([
    ['a', over({ side: 'ours', effort: '1h' })],
    ['b', over({ side: 'ours' })],
    ['c', over({ side: 'unknown', effort: '5m' })],
    ['open', { side: 'vendor', effort: '9h' }],
  ]);
  const none = { incidents: 0, share: 0, effort: undefined, effort_unknown: 0 };
  expect(sides(site, now).rows).toEqual([
    { side: 'ours', incidents: 2, share: 0.6667, effort: 60, effort_unknown: 1 },
    { side: 'customer', ...none },
    { side: 'vendor', ...none },
    { side: 'network', ...none },
    { side: 'unknown', incidents: 1, share: 0.3333, effort: 5, effort_unknown: 0 },
  ]);
  const unsaid = siteOf([['a', over()]]);
  expect(sides(unsaid, now).rows.at(-1)).toMatchObject({ side: 'unknown', incidents: 1 });
});

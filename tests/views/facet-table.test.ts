import { expect, it } from 'vitest';
import { facetTable } from '#views/internal/facet-table.ts';
import { attempt, siteOf } from '../incident-of.ts';

it('names each value once, and says which incident has which, in the order of the list', () => {
  const site = siteOf([
    ['2026-01-01-a', { severity: 'major' }],
    ['2025-01-01-b', { opened: '2025-01-01T10:00:00+01:00', component: 'login' }],
    ['2024-01-01-c', { severity: 'major', attempts: [attempt('fixed', 'no_change')] }],
  ]);
  expect(site.incidents).toHaveLength(3);
  const { count, facets } = facetTable(site);
  const written = (name: keyof typeof facets) =>
    facets[name].of.map((position) => facets[name].values[position]);
  const order = site.incidents.map(({ id }) => id.at(-1));
  const expected = (byId: Record<string, string | undefined>) => order.map((id) => byId[id!]);
  expect(count).toBe(3);
  expect(facets.severity.values).toEqual(['major']);
  expect(written('severity')).toEqual(expected({ a: 'major', c: 'major' }));
  expect(written('component')).toEqual(expected({ b: 'portal.login' }));
  expect(written('proof')).toEqual(expected({ a: 'no_fix', b: 'no_fix', c: 'proven_alone' }));
  expect(facets.side).toEqual({ values: [], of: [-1, -1, -1] });
});

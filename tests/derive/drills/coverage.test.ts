import { describe, expect, it } from 'vitest';
import { coverage } from '#derive/drills/coverage.ts';
import { drillOf } from '#derive/drills/index.ts';
import type { Drill, NoDrill } from '#derive/drills/drill.ts';
import { attempt, siteOf } from '../../incident-of.ts';
import type { WritableFields } from '../../records.ts';

const over: WritableFields = { status: 'resolved', resolved: '2026-03-20', side: 'ours' };
const three = ['Opened the port', 'Rebuilt the index', 'Replaced the disk'].map((action, at) =>
  attempt(at === 2 ? 'fixed' : 'no_effect', 'reverted', { action, because: `Sign ${action}` }),
);
const evidence = [{ kind: 'other', url: 'https://files.example/a', shows: 'A graph' }];
const drill: WritableFields = { ...over, attempts: three, evidence };

function covered(...incidents: (readonly [string, WritableFields])[]) {
  const site = siteOf(incidents);
  const all = site.incidents.map((incident) => drillOf(site, incident, '1'));
  return coverage(
    site,
    all.filter((one): one is Drill => 'steps' in one),
    all.filter((one): one is NoDrill => 'why' in one),
  );
}

describe('the areas', () => {
  it('stand in the order of the configuration, also those in which nothing happened', () => {
    expect(covered().areas).toEqual([
      {
        ...{ product: 'portal', component: 'login', incidents: 0, couldBe: 0, withGaps: 0 },
        drills: { easy: 0, medium: 0, hard: 0 },
      },
    ]);
  });

  it('count incidents and drills, of components, products without one, and what nobody configured', () => {
    const { areas } = covered(
      ['a', { ...drill, component: 'login' }],
      ['b', { component: 'login' }],
      ['c', drill],
      ['d', { product: 'fax' }],
    );
    expect(
      areas.map(({ product, component, incidents, drills }) => [
        `${product} ${component ?? '-'}`,
        incidents,
        drills.easy + drills.medium + drills.hard,
      ]),
    ).toEqual([
      ['portal login', 2, 1],
      ['portal -', 1, 1],
      ['fax -', 1, 0],
    ]);
  });
});

it('tells what could be a drill: what is finished or completed with some writing', () => {
  const [first, , fix] = three;
  const { couldBe, areas } = covered(
    ['open', { attempts: three }],
    ['open-untried', { attempts: [first!] }],
    ['kept-out', { ...drill, drill: 'false' }],
    ['kept-out-untried', { ...over, drill: 'false' }],
    ['alike', { ...over, attempts: [first!, first!] }],
    ['one', { ...over, attempts: [fix!] }],
    ['none', over],
    ['lonely', { ...over, product: 'fax', attempts: [first!, fix!] }],
  );
  expect(Object.fromEntries(couldBe.map(({ incident, why }) => [incident, why]))).toEqual({
    open: 'not_resolved',
    'kept-out': 'kept_out',
    alike: 'attempts_alike',
    one: 'too_few_attempts',
    lonely: 'too_few_choices',
  });
  expect(areas.map(({ couldBe: count }) => count)).toEqual([0, 4, 1]);
});

it('tells which drills lack something, and of what is none nothing', () => {
  const [, ...later] = three;
  const silent = attempt('no_effect', 'unknown', { action: 'Opened the port' });
  const { gaps, areas } = covered(
    ['whole', drill],
    ['gaps', { ...over, attempts: [silent, ...later] }],
    ['none', over],
  );
  expect(gaps).toEqual([
    { incident: 'gaps', gaps: { because: [0], afterwards: [0], hasNoEvidence: true } },
  ]);
  expect(areas.map(({ withGaps }) => withGaps)).toEqual([0, 1]);
});

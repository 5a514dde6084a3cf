import { beforeAll, describe, expect, it } from 'vitest';
import { drillOf } from '#derive/drills/index.ts';
import type { Choice, Drill, Step } from '#derive/drills/drill.ts';
import { drillText } from '#views/internal/drill-words.ts';
import { attempt, siteOf } from '../../incident-of.ts';
import { drillsOfAllSeeds, sampleSite, seeds } from './sample.ts';

const isOf =
  (kind: Choice['kind']) =>
  (choice: Choice): boolean =>
    choice.kind === kind;

describe('what else is offered', () => {
  let all: Drill[];
  beforeAll(async () => {
    all = drillsOfAllSeeds(await sampleSite());
  });

  it('was done later at most twice over a drill, and the fix once', () => {
    const often = all.flatMap(({ incident, steps }) => {
      const later = steps.flatMap(({ choices }) => choices).filter(isOf('later'));
      // Three choices are all that there is: nothing can be left out.
      if (steps.some(({ kind, choices }) => kind === 'decision' && choices.length < 4)) return [];
      const counts = Map.groupBy(later, ({ words }) => drillText(words));
      return [...counts].flatMap(([text, offers]) =>
        offers.length > (offers[0]?.isFix ? 1 : 2) ? [`${incident}: ${text}`] : [],
      );
    });
    expect(often).toEqual([]);
  });

  it('tells the fix by no turn at which it is offered', () => {
    const outage = all.filter(({ incident }) => incident.endsWith('portal-outage'));
    const turns = outage.map(({ steps }) =>
      steps.findIndex(({ choices }) =>
        choices.some(({ kind, isFix }) => kind === 'later' && isFix),
      ),
    );
    expect(new Set(turns).size).toBeGreaterThan(4);
  });

  it('was done already for two choices at most, so that something fresh is left', () => {
    for (const { choices } of all.flatMap(({ steps }) => steps)) {
      expect(choices.filter(isOf('again')).length).toBeLessThan(3);
    }
  });
});

const attempts = [
  'Rebuilt the index',
  'Restarted the service',
  'Counted the rows',
  'Cleared it',
].map((action, at) =>
  attempt(at === 3 ? 'fixed' : 'no_effect', 'reverted', {
    action,
    because: `Reason ${String(at)}`,
  }),
);
const own = {
  status: 'resolved',
  resolved: '2026-03-20',
  symptoms: ['My printer is mute'],
  attempts,
};

function lastDecision(others: readonly string[], seed: string): Step {
  const tried = others.map((action) => attempt('no_effect', 'reverted', { action }));
  const site = siteOf([
    ['2026-03-14-a', own],
    ['2026-01-01-b', { title: 'Late letters', symptoms: ['Nobody wrote'], attempts: tried }],
  ]);
  const incident = site.incidents.find(({ id }) => id === '2026-03-14-a')!;
  const made = drillOf(site, incident, seed);
  if (!('steps' in made)) throw new Error(made.why);
  return made.steps.findLast(({ kind }) => kind === 'decision')!;
}

const offTopic = ['Moved a window', 'Sent the letters', 'Opened the port', 'Bought a cable'];

describe('the last decision', () => {
  it.each(seeds)('offers what was done already before what is of another topic (%s)', (seed) => {
    const { choices } = lastDecision(offTopic, seed);
    expect(choices.filter(isOf('again'))).toHaveLength(2);
    expect(choices.filter(isOf('elsewhere'))).toHaveLength(1);
  });

  it.each(seeds)(
    'offers attempts elsewhere that share the topic before all others (%s)',
    (seed) => {
      const onTopic = ['Cleaned the mute printer', 'Swapped the mute printer'];
      const { choices } = lastDecision([...offTopic, ...onTopic], seed);
      const texts = choices.filter(isOf('elsewhere')).map(({ words }) => drillText(words));
      expect(texts.filter((text) => offTopic.includes(text))).toEqual([]);
      expect(texts.length).toBeGreaterThan(0);
    },
  );
});

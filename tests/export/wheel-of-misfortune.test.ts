import { parseFragment } from 'parse5';
import { expect, it } from 'vitest';
import { drills } from '#derive/drills/index.ts';
import { wheelOfMisfortune } from '#export/wheel-of-misfortune.ts';
import { sampleSite } from '../derive/drills/sample.ts';
import { attempt, siteOf } from '../incident-of.ts';

it('is a list of scenarios with the three fields that the wheel reads', async () => {
  const all = drills(await sampleSite(), 'a');
  const scenarios = wheelOfMisfortune(all);
  expect(scenarios).toHaveLength(all.length);
  for (const [at, scenario] of scenarios.entries()) {
    expect(Object.keys(scenario)).toEqual(['ID', 'title', 'scenario']);
    expect(scenario.ID).toBe(String(at + 1));
    expect([...scenario.title.replaceAll(/&\S+;/g, 'x')].length).toBeLessThanOrEqual(40);
  }
});

it('shows HTML of a record as text, since the wheel puts it into its page', () => {
  const incident = {
    status: 'resolved',
    resolved: '2026-03-14',
    symptoms: ['<img src=x onerror=alert(1)> & "more"'],
    attempts: [
      attempt('no_effect', 'reverted', { action: 'Restarted it', because: 'It was slow' }),
      attempt('no_effect', 'reverted', { action: 'Waited a day', because: 'It was late' }),
      attempt('fixed', 'left_in_place', { action: 'Fixed the disk', because: 'It was full' }),
    ],
  };
  const [scenario] = wheelOfMisfortune(drills(siteOf([['2026-03-14-a', incident]]), 'a'));
  const html = `${scenario?.title ?? ''}${scenario?.scenario ?? ''}`;
  expect(
    JSON.stringify(parseFragment(html), (key, value: unknown) =>
      key === 'parentNode' ? undefined : value,
    ),
  ).not.toContain('"img"');
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;more&quot;');
});

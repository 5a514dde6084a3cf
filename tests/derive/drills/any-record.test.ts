import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drills } from '#derive/drills/index.ts';
import { giftOf } from '#export/gift.ts';
import { aftermaths, outcomes } from '#schema/incident.ts';
import { drillText } from '#views/internal/drill-words.ts';
import { siteOf } from '../../incident-of.ts';

const text = fc.constantFrom(
  ...['Waited', 'Waited', 'waited!', '-', '?', 'Rebuilt the index', 'Had Dana try again', '100%'],
  ...['Restarted {all} nodes', 'Ключ', 'a -> b', 'Opened the port', 'x'.repeat(400), '::a::'],
);
const attempt = fc.record(
  {
    action: text,
    because: text,
    outcome: fc.constantFrom(...outcomes.filter((outcome) => outcome !== 'fixed')),
    afterwards: fc.constantFrom(...aftermaths),
    at: fc.constantFrom('2026-03-14', '2026-03-14T10:00:00+01:00', '2026-03-13T09:00:00+01:00'),
  },
  { requiredKeys: ['action'] },
);
const incident = fc.record({
  status: fc.constantFrom('resolved', 'archived', 'open'),
  resolved: fc.constant('2026-03-20'),
  symptoms: fc.array(text, { minLength: 1, maxLength: 2 }),
  cause: text,
  reporter: fc.constantFrom({ name: 'Dana' }, { organization: '(Ac+me' }),
  attempts: fc.array(attempt, { maxLength: 7 }),
});

it('whatever records say, each question has one right choice and no two that say the same', () => {
  fc.assert(
    fc.property(fc.array(incident, { minLength: 1, maxLength: 4 }), fc.string(), (all, seed) => {
      const site = siteOf(all.map((fields, at) => [`2026-03-1${String(at)}-a`, fields] as const));
      const made = drills(site, seed);
      for (const { choices, kind } of made.flatMap(({ steps }) => steps)) {
        expect(choices.filter((choice) => choice.kind === 'right')).toHaveLength(1);
        if (kind === 'told') continue;
        expect([3, 4]).toContain(choices.length);
        expect(new Set(choices.map(({ words }) => drillText(words))).size).toBe(choices.length);
      }
      expect(giftOf(made)).not.toMatch(/\n\s*\n[^:/$]/);
    }),
    { numRuns: 150 },
  );
});

it('a long ledger makes a long drill', () => {
  const attempts = Array.from({ length: 13 }, (_, at) => ({
    action: `Looked at part ${String.fromCodePoint(97 + at).repeat(3)}`,
    because: `The log of ${String(at)} named it`,
    outcome: at === 11 ? 'fixed' : 'no_effect',
    afterwards: 'no_change',
  }));
  const fields = { status: 'resolved', resolved: '2026-03-20', attempts };
  const [drill] = drills(siteOf([['2026-03-14-a', fields]]), 'a');
  expect(drill?.steps.filter(({ kind }) => kind === 'decision')).toHaveLength(12);
});

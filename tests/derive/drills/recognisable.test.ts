import { beforeAll, describe, expect, it } from 'vitest';
import type { Choice, Step } from '#derive/drills/drill.ts';
import { incidentsById } from '#model/by-id.ts';
import type { Site } from '#model/site.ts';
import { drillText } from '#views/internal/drill-words.ts';
import { drillsOfAllSeeds, sampleSite } from './sample.ts';

let site: Site;
let questions: Step[];
beforeAll(async () => {
  site = await sampleSite();
  questions = drillsOfAllSeeds(site)
    .flatMap(({ steps }) => steps)
    .filter(({ kind, choices }) => kind !== 'told' && choices.length === 4);
});

const isRight = ({ kind }: Choice) => kind === 'right';
const lengthOf = ({ words }: Choice) => drillText(words).length;

/** Which of the four choices is right, of all questions: the share of each place. */
function shares(placeOf: (step: Step) => number, of = questions): number[] {
  const counts = [0, 0, 0, 0];
  for (const step of of) counts[placeOf(step)]! += 1;
  return counts.map((count) => count / of.length);
}

describe('the right choice is not recognisable', () => {
  it('by its place', () => {
    expect(questions.length).toBeGreaterThan(1500);
    for (const share of shares(({ choices }) => choices.findIndex(isRight))) {
      expect(share).toBeGreaterThan(0.22);
      expect(share).toBeLessThan(0.28);
    }
  });

  it('by its length', () => {
    const decisions = questions.filter(({ kind }) => kind === 'decision');
    const places = shares(({ choices }) => {
      const right = choices.find(isRight)!;
      return choices.filter((choice) => lengthOf(choice) < lengthOf(right)).length;
    }, decisions);
    for (const share of places) {
      expect(share).toBeGreaterThan(0.2);
      expect(share).toBeLessThan(0.3);
    }
  });

  it('by the name of the customer', () => {
    for (const { choices } of questions) {
      for (const { words } of choices) {
        if ('template' in words) continue;
        const { reporter } = incidentsById(site).get(words.incident)!.fields;
        const [name] = reporter?.organization?.split(' ') ?? [];
        if (name && /^\p{Lu}/u.test(name)) expect(words.text).not.toContain(name);
      }
    }
  });

  it('by being the only one of its incident', () => {
    for (const { kind, choices } of questions) {
      if (kind !== 'decision') continue;
      expect(choices.filter((choice) => choice.kind !== 'elsewhere').length).toBeGreaterThan(
        choices.some((choice) => choice.kind === 'later' || choice.kind === 'again') ? 1 : 0,
      );
    }
  });

  it('by its wording: no two choices of a question say the same', () => {
    for (const { choices } of questions) {
      expect(new Set(choices.map(({ words }) => drillText(words))).size).toBe(choices.length);
    }
  });
});

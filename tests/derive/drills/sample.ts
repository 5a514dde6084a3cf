import { join } from 'node:path';
import { drills } from '#derive/drills/index.ts';
import type { Drill, Fact, Words } from '#derive/drills/drill.ts';
import { knowledgeBase } from '#io/knowledge-base.ts';
import type { Site } from '#model/site.ts';
import { readKnowledgeBase } from '#pipeline.ts';

/* The drills of the sample knowledge base. */

const repository = join(import.meta.dirname, '..', '..', '..');

export async function sampleSite(): Promise<Site> {
  const source = knowledgeBase(repository, { noCache: true });
  const { site } = await readKnowledgeBase(source, {
    depth: 'check',
    now: Date.parse('2026-11-20T09:30:00Z'),
  });
  return site!;
}

/** Some words, each the seed of other drills. */
export const seeds = Array.from({ length: 24 }, (_, at) => `seed ${String(at)}`);

export function drillsOfAllSeeds(site: Site): Drill[] {
  return seeds.flatMap((seed) => drills(site, seed));
}

/** Every sentence of a drill. */
export function sentencesOf({ opening, steps, takeAway }: Drill): Words[] {
  const words = (facts: readonly Fact[]) => facts.map((fact) => fact.words);
  return [
    ...words(opening),
    ...steps.flatMap(({ known, question, clue, choices }) => [
      ...words(known),
      question,
      ...(clue ? [clue.words] : []),
      ...choices.flatMap((choice) => [choice.words, ...choice.answer]),
    ]),
    ...words(takeAway),
  ];
}

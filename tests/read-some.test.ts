import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codes } from '#diagnostics/catalogue.ts';
import { knowledgeBase } from '#io/knowledge-base.ts';
import { configFile, readKnowledgeBase, readSome, type Source } from '#pipeline.ts';
import { longAgo, now } from './memory-knowledge-base.ts';
import { fixturesOf } from './rule-fixture.ts';

/* A check of one file says what a check of all says about it: every rule is held to that here. */

const repository = join(import.meta.dirname, '..');

describe.each([
  { name: 'the sample knowledge base', folder: repository, now },
  ...codes.flatMap((code) => fixturesOf(code).map((fixture) => ({ ...fixture, now: longAgo }))),
])('$name', ({ folder, now }) => {
  it('says the same of each file alone', async () => {
    const source = knowledgeBase(folder, { noCache: true });
    const whole = await readKnowledgeBase(source, { depth: 'check', now });
    const files = (await source.entries()).map(({ path }) => path);
    for (const file of [...files, configFile]) {
      const isWanted = (path: string) => path === file;
      const { diagnostics } = await readSome(source, isWanted, now);
      const expected = whole.diagnostics.filter(
        ({ file: place, code }) => isWanted(place) && code !== 'look-alike-not-told-apart',
      );
      expect({ file, told: diagnostics.filter((one) => isWanted(one.file)) }).toEqual({
        file,
        told: expected,
      });
    }
  });
});

it('reads no more records than the check of one takes', async () => {
  const read: string[] = [];
  const source = knowledgeBase(repository, { noCache: true });
  const watched: Source = {
    ...source,
    records: (files, depth) => {
      read.push(...files.map(({ file }) => file));
      return source.records(files, depth);
    },
  };
  const wanted = 'incidents/2025/2025-12-11-notification-mails-late.md';
  const { recordCount } = await readSome(watched, (file) => file === wanted, now);
  expect(recordCount).toBe(1);
  expect(read).toEqual([wanted]);
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writtenBase } from '#io/written-base.ts';
import { readKnowledgeBase } from '#pipeline.ts';
import { publicViews } from '#views/public/index.ts';
import { nonInterference } from '#wall/non-interference.ts';
import { variantOf } from '#wall/variant.ts';
import { writeKnowledgeBase } from '../../bench/corpus/write.ts';
import { memoryKnowledgeBase, now } from '../memory-knowledge-base.ts';
import { smallFiles } from '../small-knowledge-base.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { honest, seededLeaks } from './seeded-leaks.ts';

const sample = writtenBase(join(import.meta.dirname, '..', '..'));
const small = new Map(
  Object.entries(smallFiles('first')).map(([path, content]) => [path, Buffer.from(content)]),
);

describe(
  'nothing that nobody promoted changes what public pages are made from',
  { timeout: 300_000 },
  () => {
    it('in 50 variants of the sample', async () => {
      const { tried, found } = await nonInterference(sample, honest, { variants: 50 });
      expect({ tried, found }).toEqual({ tried: 50 });
    });

    it('in 200 variants of a small knowledge base', async () => {
      const { tried, found } = await nonInterference(small, honest, { variants: 200 });
      expect({ tried, found }).toEqual({ tried: 200 });
    });

    it('in 10 variants of a generated one', async () => {
      const root = temporaryFolder();
      writeKnowledgeBase(root, 120, 7);
      const { tried, found } = await nonInterference(writtenBase(root), honest, { variants: 10 });
      expect({ tried, found }).toEqual({ tried: 10 });
    });
  },
);

describe(
  'the prover can fail: it catches, without removing anything,',
  { timeout: 300_000 },
  () => {
    it.each(Object.entries(seededLeaks))('%s', async (_, project) => {
      const { found } = await nonInterference(sample, project, { variants: 50, first: 1 });
      expect(found?.differs).toContain('projection');
      expect(found?.changes.length).toBeGreaterThan(0);
    });
  },
);

describe('a variant', () => {
  it('is the same each time it is made, and another for another number', () => {
    const [one, again, other] = [variantOf(sample, 7), variantOf(sample, 7), variantOf(sample, 8)];
    expect(again).toEqual(one);
    expect(other).not.toEqual(one);
  });

  it('is a knowledge base in which the check finds no error, so that nothing in it is left out', async () => {
    for (let index = 0; index < 12; index += 1) {
      const { files } = variantOf(sample, index);
      const texts = [...files].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]);
      const source = memoryKnowledgeBase(Object.fromEntries(texts) as Record<string, string>);
      const { diagnostics } = await readKnowledgeBase(source, { depth: 'check', now });
      const errors = diagnostics.filter(({ severity }) => severity === 'error');
      expect(errors.map(({ file, line, code }) => `${index} ${file}:${line} ${code}`)).toEqual([]);
    }
  });

  it('has no errors where nothing is public, either', async () => {
    const closed = new Map([...small].filter(([path]) => !path.startsWith('kb/')));
    for (let index = 0; index < 12; index += 1) {
      const texts = [...variantOf(closed, index).files].map(([path, bytes]) => [
        path,
        new TextDecoder().decode(bytes),
      ]);
      const source = memoryKnowledgeBase(Object.fromEntries(texts) as Record<string, string>);
      const { diagnostics } = await readKnowledgeBase(source, { depth: 'check', now });
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    }
  });

  it('leaves no incident as it was for long', () => {
    const changed = new Set<string>();
    for (let index = 1; index < 12; index += 1) {
      const { files } = variantOf(sample, index);
      for (const [path, bytes] of sample) {
        if (!files.has(path) || Buffer.compare(files.get(path)!, bytes) !== 0) changed.add(path);
      }
    }
    const records = [...sample.keys()].filter((path) => /^incidents\/.*\.md$/.test(path));
    expect(records.filter((path) => !changed.has(path))).toEqual([]);
  });
});

it('proves everything that is made of the public site as a whole', () => {
  const folder = join(import.meta.dirname, '..', '..', 'src', 'views', 'public');
  const views = readdirSync(folder)
    .filter((name) => name !== 'index.ts')
    .flatMap((name) => [
      ...readFileSync(join(folder, name), 'utf8').matchAll(
        /^export function (\w+)\(site: PublicSite\)/gm,
      ),
    ])
    .map(([, name]) => name);
  expect(Object.keys(publicViews).sort()).toEqual(views.sort());
});

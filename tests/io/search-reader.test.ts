import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { EnvironmentError } from '#io/environment-error.ts';
import { openSearcher, withSearcher } from '#io/search-reader.ts';
import { manifestPath, termsFolder, type Manifest } from '#search/query/index-files.ts';
import { builtIndex, endIndexerAfterwards, recordsOf } from '../search/built-index.ts';
import { documentOf } from '../search/documents.ts';
import { suiteFolder } from '../suite-folder.ts';
import { temporaryFolder } from '../temporary-folder.ts';

endIndexerAfterwards();
const suite = suiteFolder();

beforeAll(async () => {
  const facets = { product: ['Claims'] };
  await builtIndex(suite, [
    documentOf('blank', 'The receipt stays blank', { facets }),
    documentOf('memory', 'The import runs out of memory', { facets }),
  ]);
});

function copied(): { folder: string; manifest: Manifest } {
  const folder = temporaryFolder();
  cpSync(suite, folder, { recursive: true });
  return { folder, manifest: manifestOf(folder) };
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(gunzipSync(readFileSync(join(folder, manifestPath))).toString()) as Manifest;
}

const writeManifest = (folder: string, manifest: object) =>
  writeFileSync(join(folder, manifestPath), gzipSync(JSON.stringify(manifest)));

/** Everything that an index is read for. */
const askAll = (folder: string) =>
  withSearcher(folder, async (searcher) => {
    const answer = await searcher.ask('receipt "stays blank" impotr', {
      chosen: { product: ['Claims'] },
    });
    await answer.counts();
    return recordsOf(answer);
  });

describe('an index on disk', () => {
  it('is read, also where a host or a copy has unpacked it', async () => {
    const { folder } = copied();
    expect(await askAll(folder)).toEqual(['blank']);
    for (const name of readdirSync(join(folder, termsFolder))) {
      const path = join(folder, termsFolder, name);
      writeFileSync(path, gunzipSync(readFileSync(path)));
    }
    expect(await askAll(folder)).toEqual(['blank']);
  });

  it('that is not there is told, with what to do', async () => {
    const asked = askAll(temporaryFolder());
    await expect(asked).rejects.toThrow(EnvironmentError);
    await expect(asked).rejects.toThrow(
      /There is no search index in .*\. Run "fixlore build" first\./,
    );
  });

  const damages: [string, (folder: string, manifest: Manifest) => void][] = [
    [
      'of another version',
      (folder, manifest) => writeManifest(folder, { ...manifest, version: 99 }),
    ],
    ['without a version', (folder) => writeManifest(folder, {})],
    ['with half a manifest', (folder) => cutOff(folder, 'index.gz')],
    ['with text for a manifest', (folder) => writeFileSync(join(folder, manifestPath), 'x')],
    ['without its terms', (folder, { terms }) => remove(folder, terms[0]![1])],
    ['with half of its terms', (folder, { terms }) => cutOff(folder, terms[0]![1])],
    ['with terms that are cut off', (folder, { terms }) => cutOffInside(folder, terms[0]![1])],
    ['without its words', (folder, { words }) => remove(folder, words[0]![1])],
    ['with words that are cut off', (folder, { words }) => cutOffInside(folder, words[0]![1])],
    ['without the names of its pages', (folder, { texts }) => remove(folder, texts[0]!)],
    ['with too few names of pages', (folder, { texts }) => cutOffInside(folder, texts[0]!, 0)],
    ['without its facets', (folder, { facets }) => remove(folder, facets)],
    ['with half of its facets', (folder, { facets }) => cutOffInside(folder, facets)],
    [
      'without its texts',
      (folder) => rmSync(join(folder, 'pagefind/fragment'), { recursive: true }),
    ],
  ];
  const path = (folder: string, name: string) => join(folder, termsFolder, name);
  const remove = (folder: string, name: string) => rmSync(path(folder, name));
  const cutOff = (folder: string, name: string) => {
    const content = readFileSync(path(folder, name));
    writeFileSync(path(folder, name), content.subarray(0, content.length / 2));
  };
  const cutOffInside = (folder: string, name: string, share = 0.5) => {
    const content = gunzipSync(readFileSync(path(folder, name)));
    writeFileSync(path(folder, name), gzipSync(content.subarray(0, content.length * share)));
  };

  it.each(damages)('%s is told, with what to do', async (_, damage) => {
    const { folder, manifest } = copied();
    damage(folder, manifest);
    const asked = askAll(folder);
    await expect(asked).rejects.toThrow(EnvironmentError);
    await expect(asked).rejects.toThrow(
      /The search index in .* is damaged or of another version\. Run "fixlore build"\./,
    );
  });

  it('names the cause to who opens it directly', async () => {
    const { folder, manifest } = copied();
    writeManifest(folder, { ...manifest, version: 99 });
    await expect(openSearcher(folder)).rejects.toThrow('of another version');
  });
});

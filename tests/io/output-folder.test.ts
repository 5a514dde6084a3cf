import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openOutput } from '#io/output-folder.ts';
import { fixlore } from '../fixlore.ts';
import { asOrdinaryUser } from '../ordinary-user.ts';
import { folderIn, suiteFolder } from '../suite-folder.ts';
import { folderWith, put } from '../temporary-folder.ts';
import { filesBelow, treeOf } from '../tree.ts';

const suite = suiteFolder();

/** A site as the tests write it; a build makes more of it. */
function siteFiles(folder: string, state: 'old' | 'new'): Record<string, string> {
  const names = ['_headers', 'index.html', 'pagefind/index'];
  return Object.fromEntries(names.map((name) => [`${folder}/${name}`, state]));
}

const oldSites = { ...siteFiles('internal', 'old'), ...siteFiles('public', 'old') };
const newSites = { ...siteFiles('internal', 'new'), ...siteFiles('public', 'new') };

/** What another process with this number would find. */
function mended(folder: string): Record<string, string> {
  openOutput(folder).release();
  return treeOf(folder);
}

describe('a crash between two steps of the swap', () => {
  const made = { ...siteFiles('.fixlore-new-internal', 'new') };
  const bothMade = { ...made, ...siteFiles('.fixlore-new-public', 'new') };
  const journal = { '.fixlore-swap.json': '["internal","public"]' };
  const lock = { '.fixlore-lock': '999999999' };

  it.each<[string, Record<string, string>, Record<string, string>]>([
    ['half a site is made', { ...oldSites, '.fixlore-work-7-ab/internal/a': 'new' }, oldSites],
    ['one site is made', { ...oldSites, ...made }, oldSites],
    ['both are made', { ...oldSites, ...bothMade }, oldSites],
    ['the journal is empty', { ...oldSites, ...bothMade, '.fixlore-swap.json': '' }, oldSites],
    ['the journal is cut off', { ...oldSites, ...bothMade, '.fixlore-swap.json': '["i' }, oldSites],
    ['the journal is written', { ...oldSites, ...bothMade, ...journal }, newSites],
    [
      'the first old site is aside',
      {
        ...siteFiles('.fixlore-old-internal', 'old'),
        ...siteFiles('public', 'old'),
        ...bothMade,
        ...journal,
      },
      newSites,
    ],
    [
      'the first new site is in place',
      {
        ...siteFiles('.fixlore-old-internal', 'old'),
        ...siteFiles('internal', 'new'),
        ...siteFiles('public', 'old'),
        ...siteFiles('.fixlore-new-public', 'new'),
        ...journal,
      },
      newSites,
    ],
    [
      'both new sites are in place',
      {
        ...newSites,
        ...siteFiles('.fixlore-old-internal', 'old'),
        ...siteFiles('.fixlore-old-public', 'old'),
        ...journal,
      },
      newSites,
    ],
    ['the journal is gone', { ...newSites, ...siteFiles('.fixlore-old-public', 'old') }, newSites],
    ['it was the first build', { ...bothMade, ...journal }, newSites],
  ])('%s', (_, found, expected) => {
    const folder = folderWith({ ...found, ...lock });
    expect(mended(folder)).toEqual(treeOf(folderWith(expected)));
    expect(readdirSync(folder).sort()).toEqual(['internal', 'public']);
  });
});

describe('a failure of any one change of the disk', () => {
  const isEither = (tree: Record<string, string>, site: string) =>
    [oldSites, newSites].map(treeOfFiles).some((whole) => {
      const part = (all: Record<string, string>) =>
        Object.entries(all).filter(([path]) => path.startsWith(`${site}/`));
      return JSON.stringify(part(tree)) === JSON.stringify(part(whole));
    });

  it.each(['killed-after', 'full'])('%s', { timeout: 120_000 }, async (how) => {
    const outcomes: string[] = [];
    for (let step = 1; step < 60 && outcomes.at(-1) !== 'whole'; step += 1) {
      const folder = folderIn(suite, `${how}-${String(step)}`);
      for (const [path, text] of Object.entries(oldSites)) put(folder, path, text);
      const { code, signal } = await swapOnce(folder, { FAIL_AT: String(step), FAIL_HOW: how });

      const between = treeOf(folder);
      if (!isBetweenRenames(folder, 'internal')) expect(isEither(between, 'internal')).toBe(true);
      if (!isBetweenRenames(folder, 'public')) expect(isEither(between, 'public')).toBe(true);
      const after = mended(folder);
      const isNew = after['public/index.html'] === treeOfFiles(newSites)['public/index.html'];
      expect(after).toEqual(treeOfFiles(isNew ? newSites : oldSites));

      const isCut = how === 'full' ? code === 1 : signal === 'SIGKILL';
      expect(isCut || code === 0).toBe(true);
      outcomes.push(isCut ? (isNew ? 'new' : 'old') : 'whole');
    }
    expect(outcomes.length).toBeGreaterThan(20);
    expect(outcomes.join(' ')).toMatch(/^(old )+(new )+whole$/);
  });
});

describe('the lock', () => {
  it('keeps a second build out and names the first', () => {
    const folder = folderWith({});
    const first = openOutput(folder);
    expect(() => openOutput(folder)).toThrow(`(process ${String(process.pid)})`);
    first.release();
    openOutput(folder).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ['of a dead process', '999999999'],
    ['of a namesake that had our number before', String(process.pid)],
  ])('%s does not keep others out', (_, pid) => {
    const folder = folderWith({ '.fixlore-lock': pid });
    openOutput(folder).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('that was never written is waited for, and then taken', () => {
    const folder = folderWith({ '.fixlore-lock': '' });
    openOutput(folder).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('that somebody else took in the meantime is left alone, and nothing is swapped', () => {
    const folder = folderWith(oldSites);
    const output = openOutput(folder);
    put(output.newFolder('public'), 'index.html', 'new');
    put(folder, '.fixlore-lock', '1');
    expect(() => output.swap(['public'])).toThrow('was taken away');
    output.release();
    expect(treeOf(folder)).toEqual(treeOfFiles({ ...oldSites, '.fixlore-lock': '1' }));
  });
});

describe('what is there', () => {
  it('is not replaced unless fixlore made it', () => {
    const folder = folderWith({ 'public/index.html': 'written by hand' });
    const output = openOutput(folder);
    expect(() => output.newFolder('public')).toThrow('is not a site that fixlore made');
    output.release();
    expect(filesBelow(folder)).toEqual(['public/index.html']);
  });

  it('is replaced if it is empty or a site', () => {
    const folder = folderWith(siteFiles('internal', 'old'));
    mkdirSync(join(folder, 'public'));
    const output = openOutput(folder);
    for (const site of ['internal', 'public']) {
      for (const [path, text] of Object.entries(siteFiles('', 'new'))) {
        put(output.newFolder(site), path, text);
      }
    }
    output.swap(['internal', 'public']);
    output.release();
    expect(treeOf(folder)).toEqual(treeOfFiles(newSites));
  });

  it('is kept for the site that is not built', () => {
    const folder = folderWith(oldSites);
    const output = openOutput(folder);
    for (const [path, text] of Object.entries(siteFiles('', 'new'))) {
      put(output.newFolder('public'), path, text);
    }
    output.swap(['public']);
    output.release();
    expect(treeOf(folder)).toEqual(treeOfFiles({ ...newSites, ...siteFiles('internal', 'old') }));
  });
});

describe('an output folder that cannot be', () => {
  it('is told with its path', async () => {
    const folder = folderWith({ dist: 'a file' });
    expect(() => openOutput(join(folder, 'dist'))).toThrow(/output folder .*dist cannot be made/);
    rmSync(join(folder, 'dist'));
    await asOrdinaryUser(async () => {
      expect(() => openOutput(join(folder, 'dist'))).toThrow(/dist cannot be made: permission/);
    });
    expect(existsSync(join(folder, 'dist'))).toBe(false);
  });
});

function swapOnce(folder: string, env: Record<string, string>) {
  const here = import.meta.dirname;
  const preload = join(here, 'fail-at-step.mjs');
  const command = [process.execPath, '--import', preload, join(here, 'swap-once.ts')];
  return fixlore([folder], { cwd: suite, command, env });
}

/** The one moment in which a site has no folder: the next start puts it right. */
function isBetweenRenames(folder: string, site: string): boolean {
  return !existsSync(join(folder, site)) && existsSync(join(folder, `.fixlore-old-${site}`));
}

function treeOfFiles(files: Record<string, string>): Record<string, string> {
  return treeOf(folderWith(files));
}

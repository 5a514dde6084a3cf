import {
  appendFileSync,
  cpSync,
  existsSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { fixlore, start, type Surroundings } from '../fixlore.ts';
import { smallFiles, writeSmall } from '../small-knowledge-base.ts';
import { suiteFolder } from '../suite-folder.ts';
import { put } from '../temporary-folder.ts';
import { filesBelow, treeOf } from '../tree.ts';
import { change, firstState, randomFrom, write } from './edited-knowledge-base.ts';

/* A build that reuses what it can makes the same bytes as one that starts from nothing. */

const suite = suiteFolder();
const repository = join(import.meta.dirname, '..', '..');
const cached = join(suite, 'cached');
const patient = { timeout: 180_000 };
let cleanFolders = 0;

let clean: Record<string, string>;
beforeAll(async () => {
  clean = await cleanly(writeSmall);
  writeSmall(cached);
  await built(cached);
});

describe('after each of many random changes', () => {
  it('of records, evidence and configuration', patient, async () => {
    const random = randomFrom(11);
    const edited = firstState();
    const root = join(suite, 'edited');
    const said: string[] = [];
    for (let step = 0; step < 7; step += 1) {
      if (step > 0) said.push(...[1, 2, 3, 4].map(() => change(edited, random)));
      write(edited, root);
      const [incremental, fresh] = await Promise.all([
        built(root),
        cleanly((folder) => write(edited, folder)),
      ]);
      expect(incremental, said.join(', ')).toEqual(fresh);
    }
    expect(new Set(said).size).toBeGreaterThan(10);
  });

  it('of which one is none at all', async () => {
    const root = join(suite, 'unchanged');
    writeSmall(root);
    expect(await built(root)).toEqual(clean);
    expect(await built(root)).toEqual(clean);
    expect(await built(root, ['--force', '--audience', 'public'])).toEqual(clean);
  });
});

describe('a cache that cannot be trusted', () => {
  const damages: Record<string, (file: string) => void> = {
    'is cut off': (file) => truncateSync(file, Math.floor(readFileSync(file).length / 2)),
    'is empty': (file) => truncateSync(file, 0),
    'has one wrong byte': (file) => {
      const bytes = readFileSync(file);
      const place = Math.floor(bytes.length * 0.7);
      bytes[place] = (bytes[place] ?? 0) ^ 1;
      writeFileSync(file, bytes);
    },
    'says more than it did': (file) => appendFileSync(file, '<p>Poison</p>'),
  };

  it.each(Object.entries(damages))('because it %s is ignored', patient, async (_, damage) => {
    const cache = join(cached, '.fixlore');
    const files = filesBelow(cache).filter((path) => !path.endsWith('/seal'));
    expect(files.join(' ')).toMatch(/records .*white-page\/index\.html /);
    for (const path of files) damage(join(cache, path));
    expect(await built(cached)).toEqual(clean);
  });

  it('because a build was killed half-way is ignored', patient, async () => {
    for (let round = 0; round < 3; round += 1) {
      writeSmall(cached, 'second');
      const build = start(['build'], { cwd: cached });
      await unsealed(cached, round % 2 === 0 ? 'internal' : 'public');
      await passed(Math.random() * 700);
      build.child.kill('SIGKILL');
      await build.ended;
      writeSmall(cached);
      expect(await built(cached)).toEqual(clean);
    }
  });

  it('because the code has changed since is ignored', patient, async () => {
    const copy = copyOfPackage();
    const command = [process.execPath, join(copy, 'bin', 'fixlore.mjs')];
    const home = join(suite, 'changed-code');
    writeSmall(home);
    const before = await built(home, [], { command });
    const edits: [file: string, from: string, to: string][] = [
      ['src/site/components/Facts.astro', '<dl class="facts">', '<dl class="facts new">'],
      ['src/site/styles/tokens.css', ':root', '.new { color: red }\n:root'],
      ['src/site/client/open-search.ts', 'document.addEventListener', 'addEventListener'],
      ['src/views/words.ts', "text: 'Resolved'", "text: 'Solved'"],
    ];
    for (const [file, from, to] of edits) {
      const text = readFileSync(join(copy, file), 'utf8');
      expect(text, `${file} has changed: name another edit`).toContain(from);
      writeFileSync(join(copy, file), text.replace(from, to));
      const [after, fresh] = await Promise.all([
        built(home, [], { command }),
        cleanly(writeSmall, { command }),
      ]);
      expect(after, file).not.toEqual(before);
      expect(after, file).toEqual(fresh);
    }
  });
});

describe('the same records give the same bytes', () => {
  it('in other surroundings', patient, async () => {
    const far = join(suite, 'zwei Wörter', '[$&!]', 'kb');
    for (const [path, content] of Object.entries(smallFiles('first')).reverse()) {
      put(far, path, content);
    }
    const env = {
      TZ: 'Pacific/Kiritimati',
      LC_ALL: 'tr_TR.UTF-8',
      LANG: 'de_DE',
      NODE_ENV: 'test',
    };
    const { code, stderr } = await fixlore(['build', '-C', far], { cwd: '/', env });
    expect(code, stderr).toBe(0);
    expect(treeOf(join(far, 'dist'))).toEqual(clean);
  });
});

/** Builds, and answers with what the output folder then holds. */
async function built(
  root: string,
  options: string[] = [],
  surroundings: Partial<Surroundings> = {},
): Promise<Record<string, string>> {
  const { code, stderr } = await fixlore(['build', ...options], { cwd: root, ...surroundings });
  expect(code, stderr).toBe(0);
  return treeOf(join(root, 'dist'));
}

/** Builds in a folder that was never built in. */
async function cleanly(
  fill: (folder: string) => void,
  surroundings: Partial<Surroundings> = {},
): Promise<Record<string, string>> {
  const root = join(suite, `clean-${String((cleanFolders += 1))}`);
  fill(root);
  const tree = await built(root, [], surroundings);
  rmSync(root, { recursive: true });
  return tree;
}

/** Waits until a build changes the pages it keeps. */
async function unsealed(root: string, audience: string): Promise<void> {
  const sites = join(root, '.fixlore', 'sites');
  const seal = filesBelow(sites).find(
    (path) => path.startsWith(`${audience}-`) && path.endsWith('/seal'),
  );
  expect(seal).toBeDefined();
  const file = join(sites, seal!);
  while (existsSync(file)) await passed(5);
}

function passed(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

function copyOfPackage(): string {
  const copy = join(suite, 'package');
  for (const name of ['bin', 'src', 'package.json', 'package-lock.json']) {
    cpSync(join(repository, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(repository, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

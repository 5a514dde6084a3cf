import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { fixlore, signalGroup, start, type Surroundings } from '../fixlore.ts';
import { resolvedText } from '../records.ts';
import { writeSmall } from '../small-knowledge-base.ts';
import { folderIn, suiteFolder } from '../suite-folder.ts';
import { put } from '../temporary-folder.ts';
import { textsOf, treeOf } from '../tree.ts';

/* What a build promises about the output folder, with the command as users run it. */

const suite = suiteFolder();
const root = join(suite, 'kb');
const dist = join(root, 'dist');

/** What no file of the output may hold after a failure: it is in an internal record only. */
const secret = 'Canary of the inside';

beforeAll(async () => {
  writeSmall(root);
  await built();
});

describe('the old output stays byte for byte', () => {
  it('on any error in the records, with exit code 1', async () => {
    await expectUnchanged(
      { 'incidents/2026/2026-05-01-broken.md': '---\ntitle: Broken\n---\n' },
      { code: 1, says: /2026-05-01-broken\.md[^]*Nothing was built/ },
    );
  });

  it('if there is no configuration', async () => {
    await expectUnchanged(
      { 'fixlore.config.yaml': 'products: none\n' },
      { code: 1, says: /fixlore\.config\.yaml/ },
    );
  });

  it('if a file is missing when everything is rendered', async () => {
    await expectUnchanged(
      { 'fixlore.config.yaml': `${config()}theme:\n  css: nowhere.css\n` },
      { code: 2, says: /nowhere\.css/ },
    );
  });

  it('if the indexer is lost', async () => {
    const indexer = join(suite, 'indexer');
    writeFileSync(indexer, '#!/bin/sh\nhead -c 1 >/dev/null\nkill -9 $$\n', { mode: 0o755 });
    await expectUnchanged(
      {},
      { code: 2, says: /fixlore: The search index could not be written: the indexer was ended/ },
      { env: { PAGEFIND_EXTENDED_BINARY_PATH: indexer } },
    );
  });

  it('if a file would grow too large, as on a full disk', async () => {
    await expectUnchanged(
      { 'incidents/2026/white-page/server.log': 'x'.repeat(3_000_000) },
      { code: 2, says: /fixlore: The build in .*dist could not be written: .*ulimit -f/ },
      { command: limited(4000) },
    );
  });

  it('if the pages themselves cannot be written', async () => {
    await expectUnchanged(
      {},
      { code: 2, says: /fixlore: The build in .*dist could not be written: .*ulimit -f/ },
      { command: limited(16) },
    );
  });

  it('if the cache cannot be made', async () => {
    rmSync(join(root, '.fixlore'), { recursive: true });
    await expectUnchanged({ '.fixlore': 'a file' }, { code: 2, says: /fixlore: The build in/ });
  });

  // Mounting needs a right that not every machine gives; the limit of a file's size above needs none.
  it.skipIf(!canMount())('if the disk is full', async () => {
    const disk = folderIn(suite, 'disk');
    const copy = join(suite, 'whole');
    writeSmall(copy);
    const script = [
      'mount -t tmpfs -o size=3m tmpfs "$1"',
      'cp -r "$2/." "$1" && cp -r "$3" "$1/dist"',
      'cd "$1" && find dist -type f | sort | xargs sha1sum > /tmp/before-$$',
      'shift 3; "$@" build; code=$?',
      'find dist -type f | sort | xargs sha1sum | cmp - /tmp/before-$$ && echo unchanged',
      'ls -A dist; rm /tmp/before-$$; exit $code',
    ].join('\n');
    const command = ['unshare', '-Urm', 'sh', '-c', script, 'sh', disk, copy, dist];
    const program = [process.execPath, join(import.meta.dirname, '..', '..', 'bin', 'fixlore.mjs')];
    const { code, stdout, stderr } = await fixlore(program, { cwd: suite, command });
    expect(stderr).toMatch(/fixlore: .*: the disk is full\./);
    expect(stderr).not.toMatch(/\n\s+at .*:\d+/);
    expect(stdout).toMatch(/unchanged\ninternal\npublic\n$/);
    expect(code).toBe(2);
  });
});

describe('where a build may not write', () => {
  it.skipIf(process.getuid?.() !== 0)('it says so with the path', async () => {
    const { code, stderr } = await fixlore(['build'], { cwd: root, uid: 65_534 });
    expect(stderr).toMatch(/fixlore: .*kb\/dist.*permission denied/);
    expect(code).toBe(2);
  });

  it.each(['C# notes', '100%', 'what?'])('it refuses %s, where Astro loses files', async (name) => {
    const { code, stderr } = await fixlore(['build', '--out', name], { cwd: root });
    expect(stderr).toMatch(/fixlore: Pages cannot be built below a folder with # \? % or/);
    expect(code).toBe(2);
    expect(existsSync(join(root, name))).toBe(false);
  });

  it('a folder of somebody else is not replaced', async () => {
    const out = folderIn(suite, 'web');
    put(out, 'public/index.html', 'written by hand');
    const { code, stderr } = await fixlore(['build', '--out', out], { cwd: root });
    expect(stderr).toMatch(/fixlore: .*web\/public is not a site that fixlore made/);
    expect(code).toBe(2);
    expect(textsOf(out)).toEqual(new Map([['public/index.html', 'written by hand']]));
  });
});

describe('two builds at once', () => {
  it('into one folder: the second is refused and told who is there', async () => {
    const first = start(['build'], { cwd: root });
    await lockOf(dist);
    signalGroup(first.child, 'SIGSTOP');
    const second = await fixlore(['build'], { cwd: root });
    expect(second.stderr).toContain(
      `Another build is writing there (process ${String(first.child.pid)})`,
    );
    expect(second.code).toBe(2);
    signalGroup(first.child, 'SIGCONT');
    expect((await first.ended).code).toBe(0);
    expect(readdirSync(dist).sort()).toEqual(['internal', 'public']);
  });

  it('into different folders from one installation: both are built', async () => {
    const others = [join(suite, 'one'), join(suite, 'two')];
    for (const other of others) writeSmall(other);
    const ends = await Promise.all(others.map((cwd) => fixlore(['build'], { cwd })));
    expect(ends.map(({ code }) => code)).toEqual([0, 0]);
    expect(treeOf(join(others[0]!, 'dist'))).toEqual(treeOf(join(others[1]!, 'dist')));
  });

  it('a lock that a dead process left does not block', async () => {
    put(dist, '.fixlore-lock', '999999999');
    await built();
    expect(readdirSync(dist).sort()).toEqual(['internal', 'public']);
  });
});

describe('a build that is killed', () => {
  it(
    'leaves each site all old or all new, and the next one repairs',
    { timeout: 180_000 },
    async () => {
      writeSmall(root, 'first');
      const started = performance.now();
      await built();
      const usual = performance.now() - started;
      const clean = { first: sitesOf(root), second: await cleanSites('second') };
      for (let round = 0; round < 9; round += 1) {
        const state = round % 2 === 0 ? 'second' : 'first';
        writeSmall(root, state);
        const signal = (['SIGKILL', 'SIGINT', 'SIGTERM'] as const)[round % 3]!;
        const build = start(['build'], { cwd: root });
        await passed(usual * Math.random());
        // A terminal interrupts the whole group; the others reach one process and orphan its helpers.
        if (signal === 'SIGINT') signalGroup(build.child, signal);
        else build.child.kill(signal);
        const end = await build.ended;

        // Whoever is hit before anything was begun is ended by the signal itself.
        const wanted = signal === 'SIGKILL' ? [signal, 0] : [signal, 130, 0];
        expect(wanted, end.stderr).toContain(end.signal ?? end.code);
        if (signal !== 'SIGKILL') expect(readdirSync(dist).sort()).toEqual(['internal', 'public']);
        for (const site of ['internal', 'public']) {
          const isMoving = existsSync(join(dist, '.fixlore-swap.json'));
          const tree = treeOf(join(dist, site));
          if (!isMoving) expect([clean.first[site], clean.second[site]]).toContainEqual(tree);
        }
        if (round % 3 !== 0) continue;
        await built();
        expect(sitesOf(root)).toEqual(clean[state]);
        expect(readdirSync(dist).sort()).toEqual(['internal', 'public']);
      }
    },
  );
});

/** Puts files into the knowledge base, builds, takes them out again and compares. */
async function expectUnchanged(
  files: Record<string, string>,
  wanted: { code: number; says: RegExp },
  surroundings: Partial<Surroundings> = {},
): Promise<void> {
  const before = treeOf(dist);
  put(root, 'incidents/2026/2026-05-02-secret.md', resolvedText({ title: secret }));
  for (const [path, text] of Object.entries(files)) put(root, path, text);
  const end = await fixlore(['build'], { cwd: root, ...surroundings });
  for (const path of [...Object.keys(files), 'incidents/2026/2026-05-02-secret.md']) {
    rmSync(join(root, path));
  }
  writeSmall(root);

  expect(end.stderr).toMatch(wanted.says);
  expect(end.stderr).not.toContain('bug in fixlore');
  expect(end.code).toBe(wanted.code);
  expect(treeOf(dist)).toEqual(before);
  expect(readdirSync(dist).sort()).toEqual(['internal', 'public']);
  expect([...textsOf(dist)].filter(([, text]) => text.includes(secret))).toEqual([]);
}

async function built(): Promise<void> {
  const { code, stderr } = await fixlore(['build'], { cwd: root });
  expect(`${stderr.includes('fixlore:') ? stderr : ''}${String(code)}`).toBe('0');
}

/** What a build from nothing makes of a state. */
async function cleanSites(state: string): Promise<Record<string, Record<string, string>>> {
  const folder = join(suite, `clean-${state}`);
  writeSmall(folder, state);
  expect((await fixlore(['build'], { cwd: folder })).code).toBe(0);
  return sitesOf(folder);
}

function sitesOf(folder: string): Record<string, Record<string, string>> {
  const sites = ['internal', 'public'];
  return Object.fromEntries(sites.map((site) => [site, treeOf(join(folder, 'dist', site))]));
}

/** Waits until a build has written its number into the lock. */
async function lockOf(folder: string): Promise<void> {
  const lock = join(folder, '.fixlore-lock');
  while (!existsSync(lock) || readFileSync(lock, 'utf8') === '') await passed(5);
}

function passed(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

/** The command under a limit for the size of a file, in blocks of 512 bytes. */
function limited(blocks: number): string[] {
  const program = [process.execPath, join(import.meta.dirname, '..', '..', 'bin', 'fixlore.mjs')];
  return ['sh', '-c', `ulimit -f ${String(blocks)}; exec "$@"`, 'sh', ...program];
}

function config(): string {
  return 'products:\n  - id: portal\n    name: Claims portal\n    components:\n      - id: login\n        name: Login\n';
}

function canMount(): boolean {
  const folder = join(suite, 'mount');
  mkdirSync(folder);
  const script = 'mount -t tmpfs -o size=1m tmpfs "$1"';
  return spawnSync('unshare', ['-Urm', 'sh', '-c', script, 'sh', folder]).status === 0;
}

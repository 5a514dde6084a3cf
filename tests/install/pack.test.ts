import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rawRequest } from '../cli/raw-request.ts';
import { fixlore, signalGroup, start, type Surroundings } from '../fixlore.ts';
import { incidentText } from '../records.ts';
import { writeSmall } from '../small-knowledge-base.ts';
import { suiteFolder } from '../suite-folder.ts';
import { put } from '../temporary-folder.ts';
import { filesBelow, treeOf } from '../tree.ts';

/*
 * The package as a stranger gets it: packed, installed from the tarball with its dependencies from the
 * registry, and used on records that lie elsewhere, while nothing of the package can be written.
 */

const repository = join(import.meta.dirname, '..', '..');
const suite = suiteFolder();
const home = join(suite, 'Prüf ordner');
const installed = join(home, 'node_modules', 'fixlore');
const bin = join(home, 'node_modules', '.bin', 'fixlore');
const nobody = 65_534;
const isRoot = process.getuid?.() === 0;

let packed: { filename: string; files: { path: string }[]; unpackedSize: number };
let whatWasInstalled: Record<string, string>;

beforeAll(async () => {
  const pack = await npm(repository, 'pack', '--json', '--pack-destination', suite);
  packed = (JSON.parse(pack.slice(pack.indexOf('['))) as [typeof packed])[0];
  mkdirSync(home);
  await npm(home, 'install', '--prefer-offline', join(suite, packed.filename));
  whatWasInstalled = treeOf(installed);
  forEachInside(installed, (path) => chmodSync(path, 0o555));
}, 300_000);
// Whoever is not root can remove only what can be written.
afterAll(() => forEachInside(installed, (path) => chmodSync(path, 0o755)));

describe('the tarball', () => {
  const paths = () => packed.files.map(({ path }) => path);

  it('holds the command, its pages, the schemas, the licence and the readme', () => {
    expect(paths()).toEqual(
      expect.arrayContaining([
        'package.json',
        'README.md',
        'LICENSE',
        'bin/fixlore.mjs',
        ...['main', 'read-worker', 'render-public', 'dev-build-process'].map(
          (name) => `lib/${name}.js`,
        ),
        ...['article', 'config', 'incident', 'intake'].map((name) => `schemas/${name}.schema.json`),
        'schemas/api/incidents.schema.json',
        'src/site/internal/pages/index.astro',
        'src/site/public/pages/index.astro',
        'src/site/client/dev-overlay.js',
      ]),
    );
  });

  it('holds no tests, no records, no pictures and no leftovers', () => {
    const expected = /^(bin|lib|src|schemas|docs)\/|^(package\.json|README\.md|LICENSE)$/;
    expect(paths().filter((path) => !expected.test(path))).toEqual([]);
    expect(paths().filter((path) => /test|\.(png|log|map|tgz)$/.test(path))).toEqual([]);
    expect(packed.unpackedSize).toBeLessThan(4_000_000);
  });

  it('offers nothing that is not in it', () => {
    const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
      exports: Record<string, string>;
      bin: Record<string, string>;
      scripts: Record<string, string>;
    };
    for (const target of [...Object.values(manifest.exports), ...Object.values(manifest.bin)]) {
      expect(existsSync(join(installed, target.replace('*', 'incident.schema.json')))).toBe(true);
    }
    for (const name of ['preinstall', 'install', 'postinstall']) {
      expect(manifest.scripts).not.toHaveProperty(name);
    }
  });
});

describe('in the folder where it is installed', { timeout: 120_000 }, () => {
  const npx = (...args: string[]) =>
    fixlore(['--no-install', 'fixlore', ...args], { cwd: home, command: ['npx'] });

  it('init, new, check, build and search work through npx', async () => {
    await fine(npx('init', 'kb'));
    const said = ['--said', 'the wheel turns and nothing comes: "no #5"'];
    const { stdout } = await fine(npx('new', 'incident', '-C', 'kb', ...said));
    expect(stdout).toContain('Wrote incidents/');
    expect((await fine(npx('check', '-C', 'kb'))).stdout).toContain('3 records checked');
    await fine(npx('build', '-C', 'kb'));
    for (const site of ['internal', 'public']) {
      expect(existsSync(join(home, 'kb/dist', site, 'index.html'))).toBe(true);
    }
    const found = await fine(npx('search', '-C', 'kb', 'wheel'));
    expect(found.stdout).toContain('The wheel turns and nothing comes: "no #5"');
  });

  it('and from inside the knowledge base', async () => {
    const inside = { cwd: join(home, 'kb', 'incidents'), command: ['npx'] };
    const run = (...args: string[]) => fixlore(['--no-install', 'fixlore', ...args], inside);
    expect((await fine(run('check', '--format', 'json'))).stdout).toContain('"records": 3');
    await fine(run('build'));
    expect((await fine(run('search', 'wheel', '--json'))).stdout).toContain('"count": 1');
  });

  it('dev shows an edit', async () => {
    const server = start(['--no-install', 'fixlore', 'dev', '-C', 'kb', '--port', '0'], {
      cwd: home,
      command: ['npx'],
    });
    const port = Number((await server.until(/http:\/\/localhost:(\d+)\//))[1]);
    expect((await rawRequest(port, '/incidents/')).body).toContain('The wheel turns');
    expect((await rawRequest(port, '/__fixlore/dev.js')).status).toBe(200);
    put(
      home,
      'kb/incidents/2026-01-01-added.md',
      incidentText({ title: 'Added', product: 'example' }),
    );
    while ((await rawRequest(port, '/incidents/2026-01-01-added/')).status !== 200) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    signalGroup(server.child, 'SIGINT');
    await server.ended;
    expect(server.said()).not.toContain('not built');
  });

  it('each command has its help', async () => {
    const run = (...args: string[]) => fixlore(args, { cwd: home, command: [bin] });
    const { stdout } = await fine(run('--help'));
    const commands = [...stdout.matchAll(/^ {2}(\w+) {2,}\S/gm)].map(([, name]) => name!);
    expect(commands.length).toBeGreaterThan(7);
    for (const name of commands) {
      expect((await fine(run(name, '--help'))).stdout).toContain(`Usage: fixlore ${name}`);
    }
    const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect((await fine(run('--version'))).stdout).toBe(`fixlore ${version}\n`);
  });
});

describe('on records far away', { timeout: 120_000 }, () => {
  // Another branch of the file system: nothing above the records leads to the package.
  const far = suiteFolder(
    existsSync('/var/tmp') && tmpdir() !== '/var/tmp' ? '/var/tmp' : tmpdir(),
  );
  const root = join(far, 'Ablage für Störungen');
  const surroundings: Surroundings = {
    cwd: '/',
    command: [bin],
    env: { HOME: far },
    // Rights do not bind root, so that a package that cannot be written takes somebody else.
    ...(isRoot && { uid: nobody }),
  };

  beforeAll(() => {
    writeSmall(root);
    for (let n = 100; n < 250; n += 1) {
      const path = `incidents/2025/2025-01-01-many-${String(n)}.md`;
      put(root, path, incidentText({ title: `One of many, ${String(n)}` }));
    }
    if (!isRoot) return;
    forEachInside(far, (path) => chownSync(path, nobody, nobody));
    chmodSync(far, 0o755);
    chmodSync(suite, 0o755);
  });

  it('it builds the same as this checkout, also with helpers on all cores', async () => {
    await fine(fixlore(['check', '-C', root], surroundings));
    await fine(fixlore(['build', '-C', root], surroundings));
    const out = join(suite, 'from-checkout');
    await fine(fixlore(['build', '-C', root, '--out', out, '--force'], { cwd: suite }));
    expect(treeOf(join(root, 'dist'))).toEqual(treeOf(out));
    const { stdout } = await fine(fixlore(['search', '-C', root, 'one of many 123'], surroundings));
    expect(stdout).toContain('One of many, 123');
  });

  it('it serves them', async () => {
    const server = start(['preview', '-C', root, '--port', '0'], surroundings);
    const port = Number((await server.until(/http:\/\/localhost:(\d+)\//))[1]);
    expect((await rawRequest(port, '/incidents/')).body).toContain('One of many');
    server.child.kill('SIGINT');
    expect((await server.ended).code).toBe(0);
  });
});

describe('after all of that', () => {
  it('nothing in the package has changed', () => {
    expect(Object.keys(whatWasInstalled).length).toBeGreaterThan(100);
    expect(treeOf(installed)).toEqual(whatWasInstalled);
  });

  it('nor was anything put beside it', () => {
    const names = readdirSync(join(home, 'node_modules')).filter((name) => name.startsWith('.'));
    expect(names.sort()).toEqual(['.bin', '.package-lock.json']);
  });

  it('nothing was left beside the records but the output, and a folder to throw away', () => {
    expect(readdirSync(home).sort()).toEqual([
      'kb',
      'node_modules',
      'package-lock.json',
      'package.json',
    ]);
    expect(readdirSync(join(home, 'kb')).sort()).toEqual([
      '.fixlore',
      '.github',
      '.gitignore',
      '.vscode',
      'dist',
      'fixlore.config.yaml',
      'incidents',
      'kb',
    ]);
  });
});

/** Runs npm, and fails with what it said. */
async function npm(cwd: string, ...args: string[]): Promise<string> {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  const { code, stdout, stderr } = await fixlore([...args, ...quiet], { cwd, command: ['npm'] });
  if (code === 0) return stdout;
  throw new Error(
    `"npm ${args.join(' ')}" failed. This test installs fixlore's dependencies and needs the registry or npm's cache.\n${stderr}${stdout}`,
  );
}

async function fine(run: ReturnType<typeof fixlore>) {
  const end = await run;
  expect(end.code, `${end.stdout}${end.stderr}`).toBe(0);
  return end;
}

/** A folder and all that is in it. */
function forEachInside(folder: string, act: (path: string) => void): void {
  const inside = filesBelow(folder).map((path) => join(folder, path));
  const folders = new Set([folder, ...inside.map((path) => join(path, '..'))]);
  for (const path of [...inside, ...folders]) act(path);
}

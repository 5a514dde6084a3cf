import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/*
 * npm start, npm test, npm run check: installs what is missing first, and runs everything with the
 * Node that the project brings along, so that a machine with an older one will do.
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const [task = '', ...rest] = process.argv.slice(2);

const tasks = {
  start: () => {
    step('Building both sites', ['bin/fixlore.mjs', 'build']);
    return step('', ['bin/fixlore.mjs', 'preview', ...rest]);
  },
  test: async () => {
    await browser();
    return step('', ['node_modules/vitest/vitest.mjs', 'run', ...rest]);
  },
  check: async () => {
    await browser();
    step('Format', [
      'node_modules/prettier/bin/prettier.cjs',
      '--check',
      '--log-level',
      'warn',
      '.',
    ]);
    step('Lint', ['node_modules/oxlint/bin/oxlint']);
    step('Types', [
      'node_modules/@astrojs/check/bin/astro-check.js',
      '--minimumSeverity',
      'warning',
    ]);
    step('Dead code', ['node_modules/knip/bin/knip.js']);
    step('Schemas', ['scripts/schemas.ts', '--check']);
    step('Lock file', ['scripts/complete-lock.mjs', '--check']);
    return step('Tests', ['node_modules/vitest/vitest.mjs', 'run']);
  },
};

if (!Object.hasOwn(tasks, task)) {
  process.stderr.write(`Which task? One of ${Object.keys(tasks).join(', ')}.\n`);
  process.exit(2);
}
install();
await tasks[task]();

function install() {
  const digest = createHash('sha256');
  for (const name of ['package.json', 'package-lock.json'])
    digest.update(readFileSync(join(root, name)));
  const wanted = digest.digest('hex');
  const marker = join(root, 'node_modules', '.fixlore-installed');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return;
  process.stdout.write('Installing dependencies (once).\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) fail('npm could not install the dependencies; see its message above.');
  writeFileSync(marker, wanted);
}

async function browser() {
  const { ensureChromium } = await import('./browser.mjs');
  try {
    await ensureChromium(root);
  } catch (error) {
    fail(error.message);
  }
}

/** Runs one step with the project's own Node; the whole task ends with the first that fails. */
function step(title, args) {
  if (title) process.stdout.write(`\n${title}\n`);
  const { status, signal } = spawnSync(node(), args, {
    cwd: root,
    stdio: 'inherit',
    env: environment(),
  });
  if (signal === 'SIGINT') process.exit(130);
  if (status !== 0) process.exit(status ?? 1);
}

function node() {
  const own = join(
    root,
    'node_modules/node/bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  if (existsSync(own)) return own;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  return fail(
    `Node ${process.versions.node} is too old for this checkout, and the package "node" that brings its own was not installed. Install Node 24.`,
  );
}

function environment() {
  return { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

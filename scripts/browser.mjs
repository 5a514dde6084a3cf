import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/* Finds a Chromium for the browser tests, and fetches one where that is possible. */

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of a Chromium that is there, or undefined. */
export async function findChromium() {
  const { chromium } = await import('playwright-core');
  const candidates = [process.env['CHROMIUM_PATH'], ...usual, chromium.executablePath()];
  return candidates.find((path) => path && existsSync(path));
}

/** Finds a Chromium or installs one: Playwright's own, else Debian's. Says what to do if it cannot. */
export async function ensureChromium(root) {
  if (await findChromium()) return;
  process.stdout.write('No Chromium found; fetching one for the browser tests.\n');
  const quiet = { cwd: root, stdio: 'ignore', timeout: 600_000 };
  spawnSync(
    process.execPath,
    ['node_modules/playwright-core/cli.js', 'install', 'chromium'],
    quiet,
  );
  if (await findChromium()) return;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    spawnSync('apt-get', ['update'], quiet);
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], quiet);
  }
  if (await findChromium()) return;
  throw new Error(
    [
      'The browser tests need a Chromium, and none could be fetched. Do one of these and run again:',
      '  npx playwright-core install --with-deps chromium',
      '  sudo apt-get install chromium   (Debian)',
      '  CHROMIUM_PATH=/path/to/chromium npm test',
    ].join('\n'),
  );
}

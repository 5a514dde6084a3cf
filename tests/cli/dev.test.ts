import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useChromium, type OpenPage } from '../browser/chromium.ts';
import { signalGroup, start, type Running } from '../fixlore.ts';
import { articleText, configText, incidentText, type WritableFields } from '../records.ts';
import { nextPromise, smallFiles, writeSmall } from '../small-knowledge-base.ts';
import { suiteFolder } from '../suite-folder.ts';
import { put } from '../temporary-folder.ts';
import { rawRequest } from './raw-request.ts';

/* `fixlore dev` while somebody writes: the terminal, the server and a page that is open in a browser. */

const suite = suiteFolder();
const root = join(suite, 'kb');
const chromium = useChromium();
const slow = 'incidents/2026/2026-04-01-slow-login.md';
const slowPage = '/incidents/2026-04-01-slow-login/';

describe('while somebody writes', { timeout: 60_000 }, () => {
  let server: Running;
  let port: number;
  let events: Events;
  let open: OpenPage;

  beforeAll(async () => {
    writeSmall(root);
    server = start(['dev', '--port', '0'], { cwd: root });
    port = await portOf(server);
    events = await eventsOf(port);
    open = await chromium.open();
    await open.page.goto(`http://localhost:${String(port)}${slowPage}`);
  });
  afterAll(() => open.close());

  const body = async (path: string) => (await rawRequest(port, path)).body;
  const status = async (path: string) => (await rawRequest(port, path)).status;
  const overlay = () => open.page.locator('.fixlore-dev');
  /** Edits, and waits for the build that follows. */
  const edit = async (change: () => void) => {
    const before = events.latest().build;
    change();
    await events.until(({ build }) => build > before);
  };

  it('the site is there, with its policy and without complaint', async () => {
    expect(await body(slowPage)).toContain('Signing in takes a minute');
    expect((await rawRequest(port, '/')).headers['content-security-policy']).toContain("'self'");
    expect(events.latest()).toMatchObject({ problems: [] });
    expect(server.said()).toContain('6 records, no problems');
    expect(await overlay().count()).toBe(0);
  });

  it('an edit is built, and the open page shows it by itself', async () => {
    await edit(() => put(root, slow, openText({ title: 'Signing in takes an hour' })));
    expect(await body(slowPage)).toContain('Signing in takes an hour');
    expect(await body('/incidents/')).toContain('Signing in takes an hour');
    await open.page.getByRole('heading', { name: 'Signing in takes an hour' }).waitFor();
  });

  it('a broken record is told in the terminal and in the page, and shown as it was', async () => {
    const broken = openText({ title: 'Never shown', status: 'opne' });
    await edit(() => put(root, slow, broken));
    await server.until(/2026-04-01-slow-login\.md:3:9/);
    expect(events.latest().problems).toMatchObject([{ file: slow, line: 3, severity: 'error' }]);
    await overlay().getByText(`${slow}:3:9`).waitFor();
    await overlay().getByText('1 errors').waitFor();
    expect(await body(slowPage)).toContain('Signing in takes an hour');
    expect(await body('/incidents/')).not.toContain('Never shown');
    expect(await status('/articles/white-page/')).toBe(200);
  });

  it('and once it is mended the problems are gone', async () => {
    await edit(() => put(root, slow, openText({ title: 'Signing in is quick' })));
    expect(events.latest().problems).toEqual([]);
    await open.page.getByRole('heading', { name: 'Signing in is quick' }).waitFor();
    expect(await overlay().count()).toBe(0);
  });

  it('records come, also in new folders, and go', async () => {
    const added = 'incidents/2027/January/2027-01-02-added.md';
    await edit(() => put(root, added, openText({ title: 'Added later' })));
    await events.until(() => existsSync(join(root, added)));
    while (!(await body('/incidents/2027-01-02-added/')).includes('Added later')) await soon();
    await edit(() => put(root, added, openText({ title: 'Edited in a new folder' })));
    expect(await body('/incidents/2027-01-02-added/')).toContain('Edited in a new folder');
    await edit(() => rmSync(join(root, 'incidents/2027'), { recursive: true }));
    while ((await status('/incidents/2027-01-02-added/')) === 200) await soon();
    expect(await body('/incidents/')).not.toContain('Edited in a new folder');
  });

  it('evidence counts, too', async () => {
    await edit(() => put(root, 'incidents/2026/white-page/server.log', '418 a teapot\n'));
    expect(await body('/incidents/2026-03-14-white-page/')).toContain('418 a teapot');
    expect(await body('/files/incidents/2026/white-page/server.log')).toContain('418 a teapot');
  });

  it('many edits in a row end in the last one', async () => {
    for (let n = 1; n <= 40; n += 1) {
      put(root, slow, openText({ title: `Edit number ${String(n)}` }));
      await soon();
    }
    while (!(await body(slowPage)).includes('Edit number 40')) await soon();
    await open.page.getByRole('heading', { name: 'Edit number 40' }).waitFor();
  });

  it('a broken configuration is told, and the site stays as it was', async () => {
    await edit(() => put(root, 'fixlore.config.yaml', 'products: none\n'));
    await server.until(/fixlore\.config\.yaml:1:/);
    await overlay().getByText('fixlore.config.yaml:1:').first().waitFor();
    expect(await body(slowPage)).toContain('Claims portal');
    const renamed = configText.replace('Claims portal', 'Claims counter');
    await edit(() => put(root, 'fixlore.config.yaml', renamed));
    expect(await body(slowPage)).toContain('Claims counter');
    expect(events.latest().problems).toEqual([]);
  });

  it('a configuration that cannot be read is told, and does not end the server', async () => {
    rmSync(join(root, 'fixlore.config.yaml'));
    mkdirSync(join(root, 'fixlore.config.yaml'));
    await events.until(({ failure }) => failure?.includes('cannot be read') ?? false);
    await server.until(/not built.*fixlore\.config\.yaml cannot be read/);
    expect(await body(slowPage)).toContain('Edit number 40');
    rmSync(join(root, 'fixlore.config.yaml'), { recursive: true });
    await edit(() => put(root, 'fixlore.config.yaml', configText));
    expect(events.latest().failure).toBeUndefined();
  });

  it('the theme counts, too', async () => {
    put(root, 'theme/own.css', ':root { --own: 1px }\n');
    const themed = `${configText}theme:\n  css: theme/own.css\n`;
    await edit(() => put(root, 'fixlore.config.yaml', themed));
    expect(await body('/theme/own.css')).toContain('1px');
    await edit(() => put(root, 'theme/own.css', ':root { --own: 2px }\n'));
    expect(await body('/theme/own.css')).toContain('2px');
    await open.page.waitForFunction(
      () => getComputedStyle(document.documentElement).getPropertyValue('--own') === '2px',
    );
    await open.page.waitForLoadState('networkidle');
  });

  it('the address moves with base_url', async () => {
    const moved = `${configText}base_url:\n  internal: https://kb.example/inside/\n`;
    await edit(() => put(root, 'fixlore.config.yaml', moved));
    const { status: code, headers } = await rawRequest(port, '/');
    expect([code, headers['location']]).toEqual([302, '/inside/']);
    expect(await body(`/inside${slowPage}`)).toContain('href="/inside/articles/"');
    const { headers: asset } = await rawRequest(port, '/__fixlore/dev.js');
    expect(asset['content-type']).toMatch('text/javascript');
  });

  it('nothing in the browser went wrong', () => {
    expect(open.complaints).toEqual([]);
  });

  it('Ctrl+C ends it, with all its helpers', async () => {
    const { pid } = server.child;
    signalGroup(server.child, 'SIGINT');
    const end = await server.ended;
    expect(end.code).toBe(0);
    await nobodyLeft(pid!);
  });
});

describe('the public site', { timeout: 60_000 }, () => {
  it('is served beside the internal one, and shows nothing of it', async () => {
    const home = join(suite, 'both');
    writeSmall(home);
    const servers = ['public', 'internal'].map((audience) =>
      start(['dev', '--port', '0', '--audience', audience], { cwd: home }),
    );
    const [port = 0, inside = 0] = await Promise.all(servers.map(portOf));
    expect((await rawRequest(port, '/incidents/')).status).toBe(404);
    expect((await rawRequest(inside, '/incidents/')).status).toBe(200);
    const article = smallFiles('edited')['kb/login/white-page.md'] ?? '';
    put(home, 'kb/login/white-page.md', article);
    put(home, 'kb/secret.md', articleText({ title: 'Canary', audience: 'internal' }));
    const page = '/articles/white-page/';
    for (const at of [port, inside]) {
      while (!(await rawRequest(at, page)).body.includes('what helps, edited')) await soon();
    }
    expect(servers.map((server) => /not built/.test(server.said()))).toEqual([false, false]);
    for (const path of ['/articles/', '/articles/secret/']) {
      expect((await rawRequest(port, path)).body).not.toContain('Canary');
    }
    // As a service manager ends it: the signal reaches one process only.
    for (const { child } of servers) child.kill('SIGTERM');
    for (const { child, ended } of servers) {
      expect((await ended).code).toBe(0);
      await nobodyLeft(child.pid!);
    }
  });
});

describe('a start', { timeout: 60_000 }, () => {
  it('without a usable configuration shows what is wrong, and the site once it is mended', async () => {
    const home = join(suite, 'broken');
    writeSmall(home);
    put(home, 'fixlore.config.yaml', 'products: none\n');
    const server = start(['dev', '--port', '0'], { cwd: home });
    const port = await portOf(server);
    const { page, close } = await chromium.open();
    await page.goto(`http://localhost:${String(port)}/`);
    await page.getByText('fixlore.config.yaml:1:').first().waitFor();
    put(home, 'fixlore.config.yaml', configText);
    await page.getByRole('heading', { name: 'Today' }).waitFor();
    await close();
    server.child.kill('SIGTERM');
    expect((await server.ended).code).toBe(0);
  });

  it('that is interrupted at once leaves nothing running', async () => {
    const home = join(suite, 'hasty');
    writeSmall(home);
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      const server = start(['dev', '--port', '0'], { cwd: home });
      await server.until(/6 records/);
      server.child.kill(signal);
      await server.ended;
      await nobodyLeft(server.child.pid!);
    }
    const again = start(['dev', '--port', '0'], { cwd: home });
    const port = await portOf(again);
    expect((await rawRequest(port, '/')).status).toBe(200);
    expect(readdirSync(join(home, '.fixlore/dev/internal'))).toEqual(['internal']);
  });
});

interface Told {
  build: number;
  problems: { file: string; line: number; severity: string }[];
  failure?: string;
}

interface Events {
  latest: () => Told;
  /** Waits until the latest that was told fits. */
  until: (fits: (told: Told) => boolean) => Promise<void>;
}

/** What the server tells to open pages. */
async function eventsOf(port: number): Promise<Events> {
  const response = await fetch(`http://localhost:${String(port)}/__fixlore/events`);
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  let latest: Told | undefined;
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const next = async () => {
    const { value, done } = await reader.read();
    if (done) return false;
    text += value;
    const messages = text.split('\n\n');
    text = messages.pop() ?? '';
    const last = messages.at(-1);
    if (last) latest = JSON.parse(last.replace(/^data: /, '')) as Told;
    return true;
  };
  await next();
  void (async () => {
    while (await next().catch(() => false));
  })();
  return {
    latest: () => latest!,
    until: async (fits) => {
      while (!fits(latest!)) await soon();
    },
  };
}

async function portOf(server: Running): Promise<number> {
  return Number((await server.until(/http:\/\/localhost:(\d+)\//))[1]);
}

/** Waits until no process of the group is left; the system reaps the dead when it likes. */
async function nobodyLeft(group: number): Promise<void> {
  const left = () =>
    execFileSync('ps', ['-A', '-o', 'pgid=,stat='], { encoding: 'utf8' })
      .split('\n')
      .filter((line) => Number(line.trim().split(/\s+/)[0]) === group && !/\sZ/.test(line));
  while (left().length > 0) await soon();
}

function soon(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 20);
  });
}

/** An open incident in which nothing is missing. */
function openText(fields: WritableFields): string {
  return incidentText({ promises: nextPromise, ...fields });
}

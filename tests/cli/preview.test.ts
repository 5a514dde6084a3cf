import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { apiNames, apiSchema } from '#views/internal/api/index.ts';
import { fixlore, start, type Running } from '../fixlore.ts';
import { configText } from '../records.ts';
import { elementsOf } from '../site/pages.ts';
import { writeSmall } from '../small-knowledge-base.ts';
import { suiteFolder } from '../suite-folder.ts';
import { put } from '../temporary-folder.ts';
import { rawRequest } from './raw-request.ts';
import { runMain } from './run-main.ts';

/* `fixlore preview` as it is run, asked over raw sockets so that nothing tidies the paths up. */

const suite = suiteFolder();
const root = join(suite, 'kb');
const site = join(root, 'dist', 'public');
let server: Running;
let port: number;

beforeAll(async () => {
  writeSmall(root);
  expect((await fixlore(['build'], { cwd: root })).code).toBe(0);
  put(root, 'dist/public-old/secret.txt', 'a neighbour');
  put(root, 'outside.txt', 'outside');
  put(root, 'one/internal/index.html', 'the only one');
  put(site, '.hidden/secret.txt', 'hidden');
  put(site, '.env', 'hidden');
  put(site, 'files/log.log', 'Größe');
  put(site, 'files/a b&c.txt', 'odd');
  put(site, 'files/data.bin', 'bytes');
  put(site, 'page.html/inner.txt', 'a folder with the name of a page');
  symlinkSync(join(root, 'outside.txt'), join(site, 'link.txt'));
  symlinkSync(root, join(site, 'linked'));
  symlinkSync('loop.txt', join(site, 'loop.txt'));
  symlinkSync('files/log.log', join(site, 'inside.log'));
  [server, port] = await preview(root, ['--audience', 'public']);
});

const get = (target: string, options?: Parameters<typeof rawRequest>[2]) =>
  rawRequest(port, target, options);

describe('files', () => {
  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/articles/', 'text/html; charset=utf-8'],
    ['/articles/white-page/index.html', 'text/html; charset=utf-8'],
    ['/favicon.svg', 'image/svg+xml'],
    ['/robots.txt', 'text/plain; charset=utf-8'],
    ['/pagefind/pagefind.js', 'text/javascript; charset=utf-8'],
    ['/pagefind/pagefind-entry.json', 'application/json; charset=utf-8'],
    ['/files/kb/login/page/form.png', 'image/png'],
    ['/files/log.log', 'text/plain; charset=utf-8'],
    ['/inside.log', 'text/plain; charset=utf-8'],
    ['/files/data.bin', 'application/octet-stream'],
    ['/files/a%20b%26c.txt', 'text/plain; charset=utf-8'],
  ])('%s is %s', async (target, type) => {
    const { status, headers } = await get(target);
    expect([status, headers['content-type']]).toEqual([200, type]);
  });

  it('of the pages have their types, too', async () => {
    const names = readdirSync(join(site, '_astro'));
    const types = { js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8' };
    for (const [ending, type] of Object.entries({ ...types, woff2: 'font/woff2' })) {
      const name = names.find((one) => one.endsWith(`.${ending}`));
      expect((await get(`/_astro/${name ?? ''}`)).headers['content-type']).toBe(type);
    }
  });

  it('can be asked for in part, as players of recordings do', async () => {
    const part = (range: string) => get('/files/log.log', { headers: [`Range: ${range}`] });
    const middle = await part('bytes=1-3');
    expect([middle.status, middle.headers['content-range'], middle.body]).toEqual([
      206,
      'bytes 1-3/7',
      'r\xc3\xb6',
    ]);
    expect((await part('bytes=-2')).body).toBe('e'.padStart(2, '\x9f'));
    expect((await part('bytes=6-99')).body).toBe('e');
    expect((await part('bytes=99-')).status).toBe(416);
    expect((await part('bytes=x')).status).toBe(200);
  });

  it('are only read', async () => {
    expect((await get('/', { method: 'POST' })).status).toBe(405);
    const { status, body, headers } = await get('/robots.txt', { method: 'HEAD' });
    expect([status, body]).toEqual([200, '']);
    expect(Number(headers['content-length'])).toBeGreaterThan(10);
  });
});

describe('headers', () => {
  it('are those of the _headers file', async () => {
    const { headers } = await get('/articles/');
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'.*frame-ancestors 'none'$/,
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cache-control']).toBe('no-cache');
    const [font = ''] = readdirSync(join(site, '_astro'));
    expect((await get(`/_astro/${font}`)).headers['cache-control']).toContain('immutable');
  });

  it('come with the page for what is not there, and its status', async () => {
    const { status, headers, body } = await get('/nowhere/');
    expect(status).toBe(404);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(body).toContain('<h1>');
  });

  it('lead from a folder without its slash to the page in it', async () => {
    const { status, headers } = await get('/articles?x=1');
    expect([status, headers['location']]).toEqual([301, '/articles/?x=1']);
  });
});

describe('nothing else is served', () => {
  it.each([
    '/_headers',
    '/%5fheaders',
    '/.env',
    '/%2eenv',
    '/.hidden/secret.txt',
    '/../outside.txt',
    '/../../outside.txt',
    '/articles/../../../outside.txt',
    '/..%2foutside.txt',
    '/..%2f..%2foutside.txt',
    '/%2e%2e/%2e%2e/outside.txt',
    '/%2e%2e%2f%2e%2e%2foutside.txt',
    '/..%5c..%5coutside.txt',
    '/..\\..\\outside.txt',
    '/..%2fpublic-old/secret.txt',
    '/../public-old/secret.txt',
    '/%252e%252e/outside.txt',
    '//outside.txt',
    '//etc/passwd',
    '/%2fetc/passwd',
    '/etc/passwd',
    '/index.html%00.txt',
    '/%00',
    '/articles/%00/../index.html',
    '/link.txt',
    '/linked/outside.txt',
    '/loop.txt',
    '/index.html/more',
    '/%',
    '/%e0%a4%a',
    '/%ff/',
    '/page.html/',
    '/./index.html',
    '/articles//',
    '/?/../outside.txt/%',
    '/#/../outside.txt',
    '*',
    'http://elsewhere.example/../outside.txt',
    'index.html',
    '/\x80\xff',
  ])('%s', (target) => expectNothing(target));

  it('for a name or a path that is too long', async () => {
    await expectNothing(`/${'x'.repeat(300)}`);
    await expectNothing(`/${'x/'.repeat(3000)}`);
  });

  it('not to a page elsewhere that has its name lead here', async () => {
    for (const host of [
      'evil.example',
      'evil.example:4321',
      'localhost.evil.example',
      '10.0.0.1',
    ]) {
      const { status, body } = await get('/', { host });
      expect([host, status, body.includes('<')]).toEqual([host, 403, false]);
    }
    for (const host of ['localhost', '127.0.0.1', `127.0.0.1:${String(port)}`, '[::1]:80']) {
      expect((await get('/', { host })).status).toBe(200);
    }
    expect((await get('/', { host: '' })).status).toBe(400);
  });
});

describe('addresses', () => {
  it('begin with the path of base_url', async () => {
    const below = join(suite, 'below');
    writeSmall(below);
    put(
      below,
      'fixlore.config.yaml',
      `${configText}base_url:\n  internal: https://x.example/kb/\n`,
    );
    cpSync(join(root, 'dist/internal'), join(below, 'dist/internal'), { recursive: true });
    const [, at] = await preview(
      below,
      ['--audience', 'internal'],
      /http:\/\/localhost:(\d+)\/kb\/\n/,
    );
    expect((await rawRequest(at, '/kb/')).status).toBe(200);
    expect((await rawRequest(at, '/kb/nowhere')).status).toBe(404);
    for (const target of ['/', '/kb', '/incidents/']) {
      const { status, headers } = await rawRequest(at, target);
      expect([status, headers['location']]).toEqual([302, '/kb/']);
    }
  });

  it('are the next free ones where ports are taken, two for two sites', async () => {
    const taken = createServer();
    const first = await new Promise<number>((resolve) => {
      taken.listen(0, '127.0.0.1', () => resolve((taken.address() as AddressInfo).port));
    });
    const running = start(['preview', '--port', String(first)], { cwd: root });
    await running.until(/Stop with Ctrl\+C/);
    taken.close();
    const ports = [...running.said().matchAll(/(\w+) +http:\/\/localhost:(\d+)\/\n/g)];
    expect(ports.map(([, audience]) => audience)).toEqual(['internal', 'public']);
    const [internal = 0, open = 0] = ports.map(([, , number]) => Number(number));
    expect(internal).toBeGreaterThan(first);
    expect(open).toBeGreaterThan(internal);
    expect((await rawRequest(internal, '/incidents/')).status).toBe(200);
    expect((await rawRequest(open, '/incidents/')).status).toBe(404);
    running.child.kill('SIGINT');
    expect((await running.ended).code).toBe(0);
  });
});

describe('the internal site', () => {
  let internal: number;
  beforeAll(async () => {
    [, internal] = await preview(root, ['--audience', 'internal']);
  });

  it.each([
    ['/feed.xml', 'application/xml; charset=utf-8', /^<\?xml [^]*<\/feed>\n$/],
    ['/calendar.ics', 'text/calendar; charset=utf-8', /^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/],
    ['/api/incidents.json', 'application/json; charset=utf-8', /"version":1,/],
    ['/api/black-holes.schema.json', 'application/json; charset=utf-8', /"urn:fixlore:api:black-/],
  ])('has %s as %s', async (target, type, content) => {
    const { status, headers, body } = await rawRequest(internal, target);
    expect([status, headers['content-type']]).toEqual([200, type]);
    expect(headers['x-robots-tag']).toBe('noindex, nofollow');
    expect(body).toMatch(content);
  });

  it('names its feed and its calendar on each page, and each list its schema', async () => {
    const page = elementsOf((await rawRequest(internal, '/incidents/')).body);
    const hrefs = page.map(({ attributes }) => attributes['href']);
    expect(hrefs).toEqual(expect.arrayContaining(['/feed.xml', '/calendar.ics']));
    const alternate = page.find(({ attributes }) => attributes['rel'] === 'alternate');
    expect(alternate?.attributes).toMatchObject({
      type: 'application/atom+xml',
      href: '/feed.xml',
    });
    for (const name of apiNames) {
      const list = JSON.parse((await rawRequest(internal, `/api/${name}.json`)).body) as Listed;
      const schema = await rawRequest(internal, `/api/${list.$schema}`);
      expect(JSON.parse(schema.body)).toEqual(apiSchema(name));
    }
  });

  it('is alone with what is internal', async () => {
    for (const target of ['/calendar.ics', '/api/incidents.json', '/api/promises.json']) {
      expect((await get(target)).status, target).toBe(404);
    }
  });
});

describe('the command', () => {
  it('ends with what is open when it is interrupted', async () => {
    const open = await fetch(`http://localhost:${String(port)}/`, { keepalive: true });
    expect(open.status).toBe(200);
    server.child.kill('SIGTERM');
    expect(await server.ended).toMatchObject({ code: 0, stderr: '' });
  });

  it.each([
    [['--port', '65536'], 'A port is a number from 0 to 65535'],
    [['--port', '-1'], '--port'],
    [['--out', 'nowhere'], 'There is no internal and no public site in'],
    [['--out', 'one', '--audience', 'public'], 'There is no public site in'],
    [['--audience', 'everybody'], '--audience takes one of'],
  ])('%j says what is wrong', async (options, sentence) => {
    const { code, stderr } = await runMain(['preview', ...options], { cwd: root });
    expect(stderr).toContain(sentence);
    expect(stderr).not.toContain('bug');
    expect(code).toBe(2);
  });

  it('serves the one site that was built', async () => {
    const [alone, at] = await preview(root, ['--out', 'one']);
    await alone.until(/Stop with/);
    expect(alone.said()).not.toContain('public');
    expect((await rawRequest(at, '/')).body).toBe('the only one');
    alone.child.kill('SIGTERM');
    expect(await alone.ended).toMatchObject({ code: 0, stderr: '' });
  });

  it('says so where nothing was built', async () => {
    mkdirSync(join(suite, 'new'));
    const { code, stderr } = await runMain(['preview'], { cwd: join(suite, 'new') });
    expect([code, stderr]).toEqual([2, expect.stringContaining('Run "fixlore build"')]);
    expect(existsSync(join(suite, 'new', 'dist'))).toBe(false);
  });
});

interface Listed {
  $schema: string;
}

/** Asks for what is not to be had; the server must go on. */
async function expectNothing(target: string): Promise<void> {
  const { status, body } = await get(target);
  for (const text of ['outside', 'hidden', 'a neighbour', 'root:']) {
    expect(body).not.toContain(text);
  }
  expect(target.startsWith('/?') ? [200] : [301, 302, 400, 404]).toContain(status);
  expect((await get('/')).status).toBe(200);
}

async function preview(
  cwd: string,
  options: string[],
  ready = /http:\/\/localhost:(\d+)\//,
): Promise<[Running, number]> {
  const running = start(['preview', '--port', '0', ...options], { cwd });
  return [running, Number((await running.until(ready))[1])];
}

import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, sep } from 'node:path';
import { EnvironmentError } from './environment-error.ts';
import { headerRules, headersFor } from './headers-file.ts';
import { sendFile } from './send-file.ts';

export interface StaticSite {
  /** The folder that is served; nothing outside of it is. */
  folder: string;
  /** The path under which it is served, with slashes at both ends. */
  base: string;
  /** Answers a request before the files do, and returns whether it did. */
  before?: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** Changes a page on its way out. */
  page?: (html: string) => string;
}

/**
 * Serves a finished site as a static host would: content types, `_headers`, the 404 page. Requests
 * for another host are refused, so that no page elsewhere can reach it through the reader's browser.
 */
export function staticServer(site: StaticSite): Server {
  return createServer((request, response) => {
    try {
      if (!isLocal(request.headers.host)) refuse(response, 403, 'Only this machine is served.');
      else if (request.method !== 'GET' && request.method !== 'HEAD') {
        refuse(response, 405, 'Files can only be read.');
      } else if (!site.before?.(request, response)) answer(site, request, response);
    } catch {
      // Files may go while they are looked at, when a new site is swapped in.
      if (response.headersSent) response.destroy();
      else refuse(response, 503, 'The site is being replaced. Reload in a moment.');
    }
  });
}

/** Listens on this machine only; if the port is taken, on the next free one. Returns the port. */
export async function listen(server: Server, port: number): Promise<number> {
  const last = Math.min(port + 19, 65_535);
  if (port > last) throw new EnvironmentError('A port is a number from 0 to 65535, --port.');
  for (let candidate = port; candidate <= last; candidate += 1) {
    if (await tryListen(server, candidate)) return (server.address() as AddressInfo).port;
  }
  throw new EnvironmentError(`The ports ${port} to ${last} are taken. Choose another, --port.`);
}

function answer(site: StaticSite, request: IncomingMessage, response: ServerResponse): void {
  const { folder, base, page } = site;
  const [pathname = '/', query] = (request.url ?? '/').split('?');
  if (!pathname.startsWith(base)) {
    // A page that is still loading its parts when the base moves must not take a page for one.
    if (/\.\w+$/.test(pathname)) return notFound(site, response);
    response.writeHead(302, { Location: base }).end();
    return;
  }
  const path = pathOf(pathname.slice(base.length));
  for (const [name, value] of headersFor(rulesOf(folder), `/${path ?? ''}`)) {
    response.setHeader(name, value);
  }
  if (!response.hasHeader('Cache-Control')) response.setHeader('Cache-Control', 'no-cache');
  const file = path === undefined ? undefined : fileAt(folder, path);
  if (!file) notFound(site, response);
  else if (file.isFolder) {
    const search = query === undefined ? '' : `?${query}`;
    response.writeHead(301, { Location: `${pathname}/${search}` }).end();
  } else if (page && file.path.endsWith('.html')) {
    sendPage(response, 200, page(readFileSync(file.path, 'utf8')));
  } else sendFile(request, response, file, () => notFound(site, response));
}

/**
 * The path that an address asks for, as the file system spells it; undefined if a file of the site
 * can have no such name: one that climbs, that is hidden, or that the host keeps for itself.
 */
function pathOf(address: string): string | undefined {
  const steps = address.split('/').map(decoded);
  const last = steps.pop();
  const isPlain = (step: string | undefined) =>
    step !== undefined && step !== '' && /^[^.\\/\0][^\\/\0]*$/.test(step);
  if (!steps.every(isPlain) || !(last === '' || isPlain(last))) return undefined;
  const path = [...steps, last].join('/');
  return path === '_headers' ? undefined : path;
}

function decoded(step: string): string | undefined {
  try {
    return decodeURIComponent(step);
  } catch {
    return undefined;
  }
}

function fileAt(
  folder: string,
  path: string,
): { path: string; size: number; isFolder: boolean } | undefined {
  const wanted = join(folder, path.endsWith('/') || path === '' ? `${path}index.html` : path);
  try {
    const stat = statSync(wanted);
    const isInside = realpathSync(wanted).startsWith(realpathSync(folder) + sep);
    if (!isInside || !(stat.isFile() || stat.isDirectory())) return undefined;
    return { path: wanted, size: stat.size, isFolder: stat.isDirectory() };
  } catch {
    return undefined; // not there, a name too long, a link in a circle
  }
}

function notFound({ folder, page }: StaticSite, response: ServerResponse): void {
  const file = join(folder, '404.html');
  const html = existsSync(file) ? readFileSync(file, 'utf8') : bareNotFound;
  sendPage(response, 404, page ? page(html) : html);
}

/** Where there is no page for it: before the first build, or in a folder that is no whole site. */
const bareNotFound =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Not found</title></head><body><h1>Not found</h1></body></html>\n';

function sendPage(response: ServerResponse, status: number, html: string): void {
  response.setHeader('Cache-Control', 'no-cache');
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' }).end(html);
}

function rulesOf(folder: string): ReturnType<typeof headerRules> {
  const file = join(folder, '_headers');
  return existsSync(file) ? headerRules(readFileSync(file, 'utf8')) : [];
}

function isLocal(host: string | undefined): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host ?? '');
}

function refuse(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${sentence}\n`);
}

function tryListen(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(EnvironmentError.from(error, `Port ${port} cannot be opened`));
    };
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', failed);
      resolve(true);
    });
  });
}

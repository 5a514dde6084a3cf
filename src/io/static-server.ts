import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { EnvironmentError } from './environment-error.ts';
import { headerRules, headersFor } from './headers-file.ts';

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
  const files = sirv(site.folder, { dev: true, etag: true, dotfiles: false });
  return createServer((request, response) => {
    if (!isLocal(request.headers.host)) return refuse(response);
    if (site.before?.(request, response)) return;
    answer(site, files, request, response);
  });
}

/** Listens on this machine only; if the port is taken, on the next free one. */
export async function listen(server: Server, port: number): Promise<number> {
  for (let candidate = port; candidate < port + 20; candidate += 1) {
    if (await tryListen(server, candidate)) return candidate;
  }
  throw new EnvironmentError(
    `The ports ${port} to ${port + 19} are taken. Choose another, --port.`,
  );
}

type Files = ReturnType<typeof sirv>;

function answer(
  site: StaticSite,
  files: Files,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const { folder, base } = site;
  const pathname = (request.url ?? '/').split('?')[0] ?? '/';
  if (!pathname.startsWith(base)) {
    response.writeHead(302, { Location: base }).end();
    return;
  }
  const inner = `/${pathname.slice(base.length)}`;
  for (const [name, value] of headersFor(rulesOf(folder), inner)) response.setHeader(name, value);
  const isPage = inner.endsWith('/') || inner.endsWith('.html');
  const pageFile = join(folder, isPage && inner.endsWith('/') ? `${inner}index.html` : inner);
  if (site.page && isPage && isInside(folder, pageFile) && existsSync(pageFile)) {
    return sendPage(response, 200, site.page(readFileSync(pageFile, 'utf8')));
  }
  request.url = (request.url ?? '/').replace(base, '/');
  files(request, response, () => notFound(site, response));
}

function notFound({ folder, page }: StaticSite, response: ServerResponse): void {
  const file = join(folder, '404.html');
  const html = existsSync(file) ? readFileSync(file, 'utf8') : 'Not found';
  sendPage(response, 404, page ? page(html) : html);
}

function sendPage(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-cache',
  });
  response.end(html);
}

function rulesOf(folder: string): ReturnType<typeof headerRules> {
  const file = join(folder, '_headers');
  return existsSync(file) ? headerRules(readFileSync(file, 'utf8')) : [];
}

function isInside(folder: string, path: string): boolean {
  return path.startsWith(join(folder, '/'));
}

function isLocal(host: string | undefined): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host ?? '');
}

function refuse(response: ServerResponse): void {
  response.writeHead(403, { 'Content-Type': 'text/plain' }).end('Only this machine is served.\n');
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

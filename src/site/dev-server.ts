import { readFileSync } from 'node:fs';
import type { Server, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { packageRoot } from '#io/package-root.ts';
import { listen, staticServer } from '#io/static-server.ts';
import { DevSession, type DevOptions } from './dev-session.ts';

/** Serves a site while its records are written: checks, rebuilds and reloads after each edit. */
export async function serveWhileWriting(options: DevOptions): Promise<void> {
  const session = new DevSession(options);
  const server = devHttpServer(session);
  options.interrupted.addEventListener('abort', () => session.close(), { once: true });
  try {
    await session.run();
    if (options.interrupted.aborted) return;
    const port = await listen(server, options.port);
    options.onReady(`http://localhost:${port}${session.base}`);
    await new Promise<void>((resolve) => {
      options.interrupted.addEventListener('abort', () => resolve(), { once: true });
    });
  } finally {
    session.close();
    server.close();
    server.closeAllConnections();
  }
}

/** The finished pages with a script that listens for changes; the policy allows our own files. */
function devHttpServer(session: DevSession): Server {
  const assets = join(packageRoot(), 'src', 'site', 'client');
  return staticServer({
    folder: session.folder,
    get base() {
      return session.base;
    },
    page: (html) => html.replace('</head>', () => `${tags(session)}</head>`),
    before: (request, response) => {
      // A page that was loaded before base_url changed asks for them where they were.
      const own = /\/__fixlore\/([a-z.]+)$/.exec(request.url?.split('?')[0] ?? '')?.[1];
      if (own === 'events') session.listen(response);
      else if (own === 'dev.js') {
        sendAsset(response, join(assets, 'dev-overlay.js'), 'text/javascript');
      } else if (own === 'dev.css') {
        sendAsset(response, join(assets, 'dev-overlay.css'), 'text/css');
      } else return false;
      return true;
    },
  });
}

function tags({ base, build }: DevSession): string {
  const own = `${base}__fixlore/`;
  return `<link rel="stylesheet" href="${own}dev.css"><script type="module" src="${own}dev.js?build=${build}"></script>`;
}

function sendAsset(response: ServerResponse, path: string, type: string): void {
  response.writeHead(200, {
    'Content-Type': `${type}; charset=utf-8`,
    'Cache-Control': 'no-store',
  });
  response.end(readFileSync(path));
}

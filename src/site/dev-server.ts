import { readFileSync, watch } from 'node:fs';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { knowledgeBase } from '#io/knowledge-base.ts';
import type { LastGood } from '#io/last-good.ts';
import { packageRoot } from '#io/package-root.ts';
import { listen, staticServer } from '#io/static-server.ts';
import { configFile, readKnowledgeBase, type Reading } from '#pipeline.ts';
import type { Audience } from '#schema/article.ts';
import { makeWorkFolder, workFolder } from '#io/work-folder.ts';
import { DevBuilder } from './dev-builder.ts';

export interface DevOptions {
  root: string;
  audience: Audience;
  port: number;
  interrupted: AbortSignal;
  /** Told after each check, before the pages are built. */
  onCheck: (reading: Reading) => void;
  /** Told after each build: how long it took in milliseconds, or why it failed. */
  onBuild: (result: { took: number } | { failure: string }) => void;
  /** Told once the site can be opened. */
  onReady: (address: string) => void;
}

/** Edits that come together are one change. Milliseconds. */
const settling = 60;

/** Serves a site while its records are written: checks, rebuilds and reloads after each edit. */
export async function serveWhileWriting(options: DevOptions): Promise<void> {
  const session = new DevSession(options);
  await session.rebuild();
  const base = session.base;
  const server = devHttpServer(session, options.audience, base);
  const port = await listen(server, options.port);
  options.onReady(`http://localhost:${port}${base}`);
  const stop = watchFiles(options.root, () => session.changed());
  await new Promise<void>((resolve) => {
    options.interrupted.addEventListener('abort', () => resolve(), { once: true });
  });
  stop();
  session.close();
  server.close();
  server.closeAllConnections();
}

/** What the browser is told: the problems, and the number of the build that it can load. */
interface DevState {
  build: number;
  problems: Pick<
    Diagnostic,
    'code' | 'severity' | 'file' | 'line' | 'column' | 'message' | 'hint'
  >[];
  failure?: string;
}

class DevSession {
  readonly folder: string;
  base = '/';
  readonly #options: DevOptions;
  readonly #source: ReturnType<typeof knowledgeBase>;
  readonly #builder = new DevBuilder();
  readonly #listeners = new Set<ServerResponse>();
  readonly #good = new Map<string, string>();
  #state: DevState = { build: 0, problems: [] };
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(options: DevOptions) {
    this.#options = options;
    this.#source = knowledgeBase(options.root, { keepInMemory: true });
    this.folder = workFolder(options.root, 'dev');
    makeWorkFolder(this.folder);
    this.#builder.prepare();
  }

  changed(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#running = this.#running.then(() => this.rebuild());
    }, settling);
  }

  async rebuild(): Promise<void> {
    const { root, audience, onCheck, onBuild } = this.#options;
    const reading = await readKnowledgeBase(this.#source, 'check');
    onCheck(reading);
    this.base = reading.site?.config.base[audience] ?? this.base;
    this.#tell({ ...this.#state, problems: reading.diagnostics.filter(isSerious) });
    const started = performance.now();
    const lastGood = this.#lastGood(reading);
    const failure = await this.#builder.build({ root, outFolder: this.folder, audience, lastGood });
    onBuild(failure ? { failure } : { took: performance.now() - started });
    const build = failure ? this.#state.build : this.#state.build + 1;
    this.#tell({ ...this.#state, build, failure });
  }

  listen(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    response.write(message(this.#state));
    this.#listeners.add(response);
    request.on('close', () => this.#listeners.delete(response));
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#builder.close();
    for (const listener of this.#listeners) listener.end();
  }

  #tell(state: DevState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener.write(message(state));
  }

  /** Remembers the files that are in order, and answers with the last good state of the others. */
  #lastGood({ site, diagnostics }: Reading): LastGood {
    const broken = new Set(
      diagnostics.filter(({ severity }) => severity === 'error').map(({ file }) => file),
    );
    const there = site ? [configFile, ...site.recordFiles] : [];
    for (const file of there) {
      if (!broken.has(file)) this.#good.set(file, readBase64(join(this.#options.root, file)));
    }
    return Object.fromEntries([...broken].map((file) => [file, this.#good.get(file) ?? null]));
  }
}

function readBase64(path: string): string {
  try {
    return readFileSync(path, 'base64');
  } catch {
    return '';
  }
}

function isSerious({ severity }: Diagnostic): boolean {
  return severity !== 'info';
}

function message(state: DevState): string {
  return `data: ${JSON.stringify(state)}\n\n`;
}

/** The finished pages with a script that listens for changes; the policy allows our own files. */
function devHttpServer(session: DevSession, audience: Audience, base: string): Server {
  const assets = join(packageRoot(), 'src', 'site', 'client');
  const tags = `<link rel="stylesheet" href="${base}__fixlore/dev.css"><script type="module" src="${base}__fixlore/dev.js"></script>`;
  return staticServer({
    folder: join(session.folder, audience),
    base,
    page: (html) => html.replace('</head>', `${tags}</head>`),
    before: (request, response) => {
      if (request.url === `${base}__fixlore/events`) session.listen(request, response);
      else if (request.url === `${base}__fixlore/dev.js`) {
        sendAsset(response, join(assets, 'dev-overlay.js'), 'text/javascript');
      } else if (request.url === `${base}__fixlore/dev.css`) {
        sendAsset(response, join(assets, 'dev-overlay.css'), 'text/css');
      } else return false;
      return true;
    },
  });
}

function sendAsset(response: ServerResponse, path: string, type: string): void {
  response.writeHead(200, {
    'Content-Type': `${type}; charset=utf-8`,
    'Cache-Control': 'no-store',
  });
  response.end(readFileSync(path));
}

/** Watches the records and the configuration; returns what stops it. */
function watchFiles(root: string, onChange: () => void): () => void {
  const isOurs = (name: string | null) =>
    name !== null && /^(incidents|kb)([\\/]|$)|^fixlore\.config\.yaml$/.test(name);
  const watcher = watch(root, { recursive: true }, (_, name) => {
    if (isOurs(name)) onChange();
  });
  return () => watcher.close();
}

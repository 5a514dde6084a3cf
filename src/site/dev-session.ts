import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { knowledgeBase } from '#io/knowledge-base.ts';
import type { LastGood } from '#io/last-good.ts';
import { watchFiles, type Watch } from '#io/watch-files.ts';
import { makeWorkFolder, workFolder } from '#io/work-folder.ts';
import { configFile, readKnowledgeBase, type Reading } from '#pipeline.ts';
import type { Audience } from '#schema/article.ts';
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

/** What the browser is told: the problems, and the number of the build that it can load. */
interface DevState {
  build: number;
  problems: Pick<
    Diagnostic,
    'code' | 'severity' | 'file' | 'line' | 'column' | 'message' | 'hint'
  >[];
  failure?: string;
}

/** Edits that come together are one change. Milliseconds. */
const settling = 60;

/** Checks and builds after each edit, and tells the open pages. */
export class DevSession {
  /** The folder of the finished site. */
  readonly folder: string;
  /** The path under which the site is served at the moment. */
  base = '/';
  readonly #options: DevOptions;
  readonly #outFolder: string;
  readonly #source: ReturnType<typeof knowledgeBase>;
  readonly #builder = new DevBuilder();
  readonly #watch: Watch;
  readonly #listeners = new Set<ServerResponse>();
  readonly #good = new Map<string, string>();
  /** Builds count on from the time of the start, so that a page of an earlier start is out of date. */
  #state: DevState = { build: Date.now(), problems: [] };
  #themeFiles: string[] = [];
  #timer: NodeJS.Timeout | undefined;
  #isRunning = false;
  #isStale = false;

  constructor(options: DevOptions) {
    const { root, audience } = options;
    this.#options = options;
    this.#source = knowledgeBase(root, { keepInMemory: true });
    this.#outFolder = workFolder(root, 'dev', audience);
    this.folder = join(this.#outFolder, audience);
    makeWorkFolder(this.#outFolder);
    const files = () => [configFile, ...this.#themeFiles];
    this.#watch = watchFiles(root, { folders: ['incidents', 'kb'], files }, () => this.#changed());
    this.#builder.prepare();
  }

  get build(): number {
    return this.#state.build;
  }

  /** Checks and builds until nothing has changed since it began. */
  async run(): Promise<void> {
    this.#isStale = this.#isRunning;
    if (this.#isRunning) return;
    this.#isRunning = true;
    do {
      this.#isStale = false;
      this.#watch.look();
      await this.#rebuild();
    } while (this.#isStale && !this.#options.interrupted.aborted);
    this.#isRunning = false;
  }

  listen(response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    response.write(message(this.#state));
    this.#listeners.add(response);
    response.on('close', () => this.#listeners.delete(response));
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#watch.close();
    this.#builder.close();
    for (const listener of this.#listeners) listener.end();
  }

  #changed(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.run(), settling);
  }

  /** Whatever goes wrong is told, and the next edit gets its chance. */
  async #rebuild(): Promise<void> {
    const { interrupted, onBuild } = this.#options;
    const started = performance.now();
    const failure = await this.#checkAndBuild().catch((error: unknown) =>
      error instanceof Error ? error.message : String(error),
    );
    if (interrupted.aborted) return;
    onBuild(failure ? { failure } : { took: performance.now() - started });
    this.#tell({ ...this.#state, build: this.build + (failure ? 0 : 1), failure });
  }

  async #checkAndBuild(): Promise<string | undefined> {
    const { root, audience, onCheck } = this.#options;
    const reading = await readKnowledgeBase(this.#source, { depth: 'check', now: Date.now() });
    onCheck(reading);
    this.#tell({ ...this.#state, problems: reading.diagnostics.filter(isSerious) });
    if (reading.site) this.#settle(reading.site.config);
    const lastGood = this.#lastGood(reading);
    return this.#builder.build({ root, outFolder: this.#outFolder, audience, lastGood });
  }

  #settle({ base, theme = {} }: NonNullable<Reading['site']>['config']): void {
    this.base = base[this.#options.audience];
    this.#themeFiles = [theme.css, theme.logo].filter((file) => file !== undefined);
    this.#watch.look();
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

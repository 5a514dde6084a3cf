import { hash } from 'node:crypto';
import { fork, type ChildProcess } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EnvironmentError, systemCode } from '#io/environment-error.ts';
import { openOutput } from '#io/output-folder.ts';
import { isFromSource } from '#io/package-root.ts';
import { writeSearchIndex } from '#io/search-index.ts';
import { closeTextIndexer } from '#io/text-index.ts';
import { withoutMetadata } from '#leaks/image-metadata.ts';
import { publicSiteOf } from '#model/public-site-of.ts';
import type { PublicSite } from '#model/public-site.ts';
import { isImage, isServed } from '#model/served-files.ts';
import type { Site } from '#model/site.ts';
import type { Audience } from '#schema/article.ts';
import { internalDocuments } from '#search/internal-documents.ts';
import { publicDocuments } from '#search/public-documents.ts';
import { articlePath, filePath, intakePath, sitemapPath } from '#views/addresses.ts';
import { fullAddress } from '#views/full-address.ts';
import { termsFolder, textIndexFolder } from '#search/query/index-files.ts';
import { putAtHand } from './at-hand.ts';
import { phase } from './phase.ts';
import { headersFile } from './policy.ts';
import { renderPages } from './render.ts';
import type { PublicRenderJob, PublicRenderMessage } from './render-public.ts';
import { makeWorkFolder, workFolder } from '#io/work-folder.ts';
import { themeFiles } from './theme-files.ts';
import { verifyOutput } from './verify-output.ts';

export interface BuildOptions {
  /** The knowledge base. */
  root: string;
  outFolder: string;
  audiences: readonly Audience[];
  force: boolean;
  interrupted: AbortSignal;
  /** Told what is going on: "internal pages", 120 of 300. */
  progress: (what: string, done: number, total: number) => void;
}

/** Builds the sites of a checked knowledge base beside the old ones, and swaps them in. */
export async function buildSites(site: Site, options: BuildOptions): Promise<void> {
  refuseOddPath(options.outFolder);
  const output = openOutput(options.outFolder);
  // Astro cannot be stopped half-way: after an interruption the process ends, and cleans up last.
  const release = () => output.release();
  process.once('exit', release);
  const stop = new AbortController();
  const interrupted = AbortSignal.any([options.interrupted, stop.signal]);
  try {
    const folders = options.audiences.map(
      (audience) => [audience, output.newFolder(audience)] as const,
    );
    const builds = folders.map(([audience, folder]) =>
      buildOne(audience, folder, site, { ...options, interrupted }),
    );
    let failure: { error: unknown } | undefined;
    for (const build of builds) {
      build.catch((error: unknown) => {
        failure ??= { error }; // what fails later fails because of it
        stop.abort();
      });
    }
    interrupted.addEventListener('abort', () => void closeTextIndexer(), { once: true });
    await Promise.allSettled(builds);
    if (failure) throw failure.error;
    options.interrupted.throwIfAborted();
    await phase('swap', () => output.swap(options.audiences));
  } catch (error) {
    throw systemCode(error)
      ? EnvironmentError.from(error, `The build in ${options.outFolder} could not be written`)
      : error;
  } finally {
    await closeTextIndexer();
    process.off('exit', release);
    output.release();
  }
}

/** Astro takes some paths for addresses, and would leave the style sheets out without a word. */
function refuseOddPath(folder: string): void {
  if (!/[#?%]/.test(folder) && (sep === '\\' || !folder.includes('\\'))) return;
  throw new EnvironmentError(
    `Pages cannot be built below a folder with # ? % or \\ in its name: ${folder}. Rename it, or choose another with --out.`,
  );
}

async function buildOne(
  audience: Audience,
  folder: string,
  site: Site,
  options: BuildOptions,
): Promise<void> {
  const indexFolder = `${folder}-index`;
  const cacheFolder = sitesFolder(options, audience);
  const { progress, force } = options;
  const onPage = (done: number, total: number) => progress(`${audience} pages`, done, total);
  const render = {
    audience,
    workFolder: cacheFolder,
    outFolder: folder,
    base: site.config.base[audience],
    force,
  };

  const projection = audience === 'public' ? publicSiteOf(site, publicAddresses) : undefined;
  const documents = projection ? publicDocuments(projection) : internalDocuments(site);
  const synonyms = projection?.synonyms ?? site.config.search?.synonyms ?? [];
  const indexed = phase(`${audience} index`, () =>
    writeSearchIndex(documents, { synonyms }, indexFolder),
  );
  indexed.catch(() => undefined); // it is waited for below, unless the pages fail first
  if (projection) {
    const job = { ...render, siteFile: writeProjection(cacheFolder, projection) };
    await phase('public pages', () => renderApart(job, options.interrupted, onPage));
  } else {
    putAtHand(site);
    await phase('internal pages', () => renderPages({ ...render, onPage }));
  }
  await indexed;
  for (const name of [textIndexFolder, termsFolder]) {
    renameSync(join(indexFolder, name), join(folder, name));
  }
  rmdirSync(indexFolder);
  if (projection) copyCleaned(options.root, projection.files, folder);
  else copyFiles(options.root, servedFiles(site), folder);
  for (const [path, content] of themeFiles(options.root, site.config.theme)) {
    write(join(folder, path), projection ? cleaned(content) : content);
  }
  write(join(folder, '_headers'), headersFile(audience, projection && takers(projection)));
  write(join(folder, 'robots.txt'), robotsFile(projection));
  verifyOutput(folder);
}

/** The headers are the same for all pages, so they allow what any of them may send to. */
function takers({ feedback, intakes }: PublicSite): (string | undefined)[] {
  return [feedback?.url, ...intakes.map(({ send }) => send?.url)];
}

/** Caches belong to one output folder, whose lock guards them, too. */
function sitesFolder({ root, outFolder }: BuildOptions, audience: Audience): string {
  const name = hash('sha1', resolve(outFolder)).slice(0, 8);
  const folder = workFolder(root, 'sites', `${audience}-${name}`);
  makeWorkFolder(folder);
  return folder;
}

export const publicAddresses = { article: articlePath, intake: intakePath, file: filePath };

function robotsFile(projection: PublicSite | undefined): string {
  if (!projection) return 'User-agent: *\nDisallow: /\n';
  const sitemap = fullAddress(projection.address, sitemapPath);
  return `User-agent: *\nAllow: /\n${sitemap ? `\nSitemap: ${sitemap}\n` : ''}`;
}

/** The public pages are rendered by another process, which is told the projection and nothing else. */
function renderApart(
  job: PublicRenderJob,
  interrupted: AbortSignal,
  onPage: (done: number, total: number) => void,
): Promise<void> {
  const entry = new URL(`./render-public.${isFromSource ? 'ts' : 'js'}`, import.meta.url);
  const child: ChildProcess = fork(fileURLToPath(entry), [JSON.stringify(job)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    cwd: dirname(job.outFolder),
  });
  interrupted.addEventListener('abort', () => child.kill('SIGKILL'), { once: true });
  return new Promise((resolve, reject) => {
    let failure: Error | undefined;
    child.on('message', (message: PublicRenderMessage) => {
      if (message.kind === 'page') onPage(message.done, message.total);
      else failure = Object.assign(new Error(message.message), message);
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (code === 0) resolve();
      else reject(failure ?? cutOff(signal ?? code));
    });
  });
}

function cutOff(how: string | number | null): EnvironmentError {
  return new EnvironmentError(
    `The process that renders the public pages was ended from outside (${how}), perhaps for lack of memory.`,
  );
}

function writeProjection(workFolder: string, projection: PublicSite): string {
  const file = join(workFolder, 'projection.json');
  write(file, JSON.stringify(projection));
  return file;
}

function servedFiles(site: Site): string[] {
  return [...site.files.keys()].filter(isServed);
}

function copyFiles(root: string, paths: readonly string[], folder: string): void {
  for (const path of paths) {
    const target = join(folder, decodeURI(filePath(path)));
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(join(root, path), target); // cpSync ends the process at some links
  }
}

/** Everybody gets the picture, and nobody where and when it was taken. */
function copyCleaned(root: string, paths: readonly string[], folder: string): void {
  const pictures = paths.filter(isImage);
  copyFiles(
    root,
    paths.filter((path) => !isImage(path)),
    folder,
  );
  for (const path of pictures) {
    write(join(folder, decodeURI(filePath(path))), cleaned(readFileSync(join(root, path))));
  }
}

function cleaned(content: string | Uint8Array): string | Uint8Array {
  return typeof content === 'string' ? content : (withoutMetadata(content) ?? content);
}

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

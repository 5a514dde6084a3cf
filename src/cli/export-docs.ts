import { hash } from 'node:crypto';
import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { docsFiles } from '#export/docs/docs-files.ts';
import type { DocsFile } from '#export/docs/docs-format.ts';
import { docsPlan, type WantedFile } from '#export/docs/docs-plan.ts';
import { docsFormats } from '#export/docs/index.ts';
import { manifestOf, manifestPath } from '#export/docs/manifest.ts';
import { carryOut, fileDigest, foundIn, manifestIn } from '#io/docs-folder.ts';
import { EnvironmentError } from '#io/environment-error.ts';
import { withoutMetadata } from '#leaks/image-metadata.ts';
import type { PublicSite } from '#model/public-site.ts';
import { isImage } from '#model/served-files.ts';
import { docsExportText } from '#report/docs-export-report.ts';
import { textOption, UsageError, type Call, type ExitCode } from './command.ts';
import { paintFor } from './terminal.ts';

/** `fixlore export docs`: the public articles in the documentation that a team has elsewhere. */
export function exportDocs(call: Call, site: PublicSite): ExitCode {
  const { io, options, root } = call;
  if (call.args.length > 1) throw new UsageError('"export docs" exports every public article.');
  const format = formatOf(call);
  const { named, folder } = folderOf(call);
  const place = format.baseOf?.(folder.split(sep).join('/'));
  const base = baseOf(call) ?? place ?? '/';
  if (format.baseOf && base === '/' && place === undefined && !textOption(call, 'base')) {
    throw new UsageError(
      `${named} does not tell under which path ${format.name} serves it: give --base, such as --base /help/.`,
    );
  }
  const { files, lostLinks } = docsFiles(site, format, {
    ...{ base, digest: (text) => hash('sha256', text).slice(0, 8) },
    ...(place !== undefined && { place }),
  });
  const plan = docsPlan(
    files.map((file) => wantedFile(root, file)),
    manifestFrom(folder),
    { format: format.name, find: (path) => foundIn(folder, path) },
  );
  const isDryRun = Boolean(options['dry-run']);
  if (!isDryRun) carryOut(folder, plan);
  const { steps } = plan;
  io.stdout(
    docsExportText(
      { steps, folder: named, articles: site.articles.length, lostLinks, isDryRun },
      paintFor(io),
    ),
  );
  return steps.some(({ kind }) => kind === 'edited' || kind === 'foreign') ? 1 : 0;
}

function formatOf(call: Call) {
  const names = docsFormats.map(({ name }) => name);
  const wanted = textOption(call, 'format');
  const format = docsFormats.find(({ name }) => name === wanted);
  if (!format) throw new UsageError(`--format takes one of ${names.join(', ')}.`);
  return format;
}

/** What would be written among the records would be read as records the next time. */
function folderOf(call: Call): { named: string; folder: string } {
  const named = textOption(call, 'to');
  if (named === undefined) throw new UsageError('--to names the folder that takes the articles.');
  const written = resolve(call.io.cwd, named);
  const there = lstatSync(written, { throwIfNoEntry: false });
  const folder = there ? realpathSync(written) : written;
  if (there && !lstatSync(folder).isDirectory()) throw new UsageError(`"${named}" is no folder.`);
  const inside = relative(realpathSync(call.root), folder).split(sep);
  if (inside.join('') === '' || ['kb', 'incidents', 'dist'].includes(inside[0] ?? '')) {
    throw new UsageError(
      `"${named}" belongs to the knowledge base itself. Name a folder elsewhere.`,
    );
  }
  return { named, folder };
}

function baseOf(call: Call): string | undefined {
  const base = textOption(call, 'base');
  if (base === undefined) return undefined;
  if (/^\/(?:[\w.~-]+\/)*(?:[\w.~-]+)?$/.test(base)) return base.replace(/\/*$/, '/');
  throw new UsageError('--base takes a path that starts with a slash, such as /help/.');
}

function manifestFrom(folder: string) {
  const text = manifestIn(folder);
  if (text === undefined) return undefined;
  const manifest = manifestOf(text);
  if (manifest) return manifest;
  throw new EnvironmentError(
    `${join(folder, manifestPath)} is damaged, so nobody knows which files fixlore wrote. Take it from git, or delete it and every file that fixlore wrote.`,
  );
}

/** Pictures lose what a camera wrote into them, as they do on the public site. */
function wantedFile(root: string, file: DocsFile): WantedFile {
  const { path } = file;
  const content = 'text' in file ? Buffer.from(file.text) : copied(root, file.copyOf);
  return { path, content, digest: fileDigest(path, content) };
}

function copied(root: string, path: string): Uint8Array {
  const bytes = readFileSync(join(root, path));
  return (isImage(path) && withoutMetadata(bytes)) || bytes;
}

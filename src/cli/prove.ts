import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { hash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tally } from '#diagnostics/diagnostic.ts';
import { knowledgeBase } from '#io/knowledge-base.ts';
import { writtenBase } from '#io/written-base.ts';
import { publicSiteOf } from '#model/public-site-of.ts';
import type { PublicSite } from '#model/public-site.ts';
import type { Config } from '#model/config.ts';
import { readKnowledgeBase } from '#pipeline.ts';
import { certificateText, isProven, type Certificate } from '#report/certificate.ts';
import { jsonText } from '#report/json-text.ts';
import { languageOf } from '#search/query/language.ts';
import { publicAddresses } from '#site/build.ts';
import { publishedFiles } from '#site/proof/published-files.ts';
import { tracedRenderer } from '#site/proof/traced-renderer.ts';
import { builtAlone, wholeBuilds } from '#site/proof/whole-builds.ts';
import { closedWorld, type PublishedFiles } from '#wall/closed-world.ts';
import { nonInterference } from '#wall/non-interference.ts';
import { specimens } from '#wall/specimen.ts';
import { sortedBase, type WrittenBase } from '#wall/written-base.ts';
import { numberOption, UsageError, type Call, type Command, type ExitCode } from './command.ts';
import { progressOf } from './progress.ts';

export const prove: Command = {
  name: 'prove',
  summary: 'Proves that nothing unpromoted changes one byte of the public site.',
  usage: '',
  options: {
    variants: {
      type: 'string',
      value: 'N',
      help: 'variants through page models and index documents; default: 50',
    },
    quick: { type: 'boolean', help: 'no whole builds, which take the most time' },
    json: { type: 'boolean', help: 'the certificate as one JSON object' },
  },
  details: `Makes variants of the knowledge base in which everything that is not public is
another: people, times, order, names, records added and removed, settings. Their
public sites have to be the same. Nothing is written into the knowledge base.
The exit code is 1 if something internal shows.`,
  run: runProve,
};

async function runProve(call: Call): Promise<ExitCode> {
  const { root, io, args, options } = call;
  if (args.length > 0) throw new UsageError('"prove" takes the whole knowledge base, and no path.');
  const variants = numberOption(call, 'variants') ?? 50;
  const progress = progressOf(io);
  progress.step('Reading the records');
  const { site, diagnostics } = await readKnowledgeBase(knowledgeBase(root), {
    depth: 'check',
    now: io.now(),
  });
  if (!site || tally(diagnostics).error > 0) {
    progress.done();
    io.stderr('fixlore: There are errors in the records. "fixlore check" says which.\n');
    return 1;
  }
  const base = withTheme(root, writtenBase(root), site.config.theme);
  const { open, closed } = sortedBase(base);
  const interference = await nonInterference(base, (one) => publicSiteOf(one, publicAddresses), {
    variants,
    onVariant: (done) => progress.part('variants', done, variants),
  });
  const publicSite = JSON.parse(interference.output.get('projection') ?? '') as PublicSite;
  const built = options['quick'] ? {} : await builtWhole(base, publicSite, progress.part);
  progress.done();
  const certificate: Certificate = {
    site: site.config.name.public,
    records: { public: open.length, internal: closed.length },
    variants: interference.tried,
    projection: hash('sha256', [...interference.output].flat().join('\0')),
    ...(interference.found && { interference: interference.found }),
    ...built,
  };
  io.stdout(options['json'] ? jsonText(certificate) : certificateText(certificate));
  return isProven(certificate) ? 0 : 1;
}

type BuiltParts = Pick<Certificate, 'builds' | 'closedWorld' | 'separation'>;

async function builtWhole(
  base: WrittenBase,
  site: PublicSite,
  progress: (what: string, done: number, total: number) => void,
): Promise<BuiltParts> {
  const workFolder = mkdtempSync(join(tmpdir(), 'fixlore-prove-'));
  try {
    const onBuild = (done: number, total: number) => progress('builds', done, total);
    const { built, hash: tree, found, folder } = await wholeBuilds(base, { workFolder, onBuild });
    const published = publishedFiles(folder);
    const templates: PublishedFiles[] = [];
    for (const [index, specimen] of specimens(base).entries()) {
      progress('templates', index, 2);
      const root = join(workFolder, `specimen-${index}`);
      templates.push(publishedFiles(await builtAlone(root, specimen)));
    }
    const language = await languageOf(site.language);
    const separation = await tracedRenderer(base, join(workFolder, 'traced'));
    return {
      builds: { built, tree, ...(found && { found }) },
      closedWorld: closedWorld(published, { site, templates, language }),
      ...(separation && { separation }),
    };
  } finally {
    rmSync(workFolder, { recursive: true, force: true });
  }
}

/** Files beside the configuration belong to what is public. */
function withTheme(root: string, base: WrittenBase, theme: Config['theme']): WrittenBase {
  const paths = [theme?.css, theme?.logo].filter((path) => path !== undefined);
  return new Map([
    ...base,
    ...paths.map((path) => [path, readFileSync(join(root, path))] as const),
  ]);
}

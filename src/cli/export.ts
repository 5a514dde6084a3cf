import { tally } from '#diagnostics/diagnostic.ts';
import { docsFormats } from '#export/docs/index.ts';
import { knowledgeBase } from '#io/knowledge-base.ts';
import { publicSiteOf } from '#model/public-site-of.ts';
import type { PublicSite } from '#model/public-site.ts';
import { didYouMean } from '#parse/did-you-mean.ts';
import { readKnowledgeBase } from '#pipeline.ts';
import { publicAddresses } from '#site/build.ts';
import { UsageError, type Call, type Command, type ExitCode } from './command.ts';
import { exportDocs } from './export-docs.ts';
import { exportGithubForm } from './export-github-form.ts';

export const exportCommand: Command = {
  name: 'export',
  summary: 'Writes public articles and intakes for other tools.',
  usage: 'docs | github-form [PRODUCT]',
  options: {
    to: {
      ...{ type: 'string', value: 'DIR' },
      help: 'docs: the folder of your documentation that takes the articles. github-form: the repository whose .github/ takes the forms; default: the knowledge base',
    },
    format: {
      ...{ type: 'string', value: 'FORMAT' },
      help: `docs: ${docsFormats.map(({ name }) => name).join(', ')}`,
    },
    base: {
      ...{ type: 'string', value: 'PATH' },
      help: 'docs: the path under which your site serves DIR, such as /help/; default: from DIR',
    },
    label: {
      ...{ type: 'string', multiple: true, value: 'NAME' },
      help: 'github-form: a label that issues get; can be repeated',
    },
    overwrite: { type: 'boolean', help: 'github-form: replace a form that is there already' },
    'dry-run': { type: 'boolean', help: 'say what would be written, and write nothing' },
  },
  details: `"docs" writes what the public site shows into the documentation of your users:
  fixlore export docs --to ../site/src/content/docs/help --format starlight
Only files that it wrote itself are ever changed or removed; DIR/.fixlore-docs.json
lists them with their digests. One that a person has changed since is kept and
told, and the exit code is 1.

"github-form" writes the issue form of each intake, or of the one of PRODUCT, to
.github/ISSUE_TEMPLATE/. A form that GitHub would drop is not written; why is
said, and the exit code is 1.`,
  run: runExport,
};

const kinds: Record<string, (call: Call, site: PublicSite) => ExitCode> = {
  docs: exportDocs,
  'github-form': exportGithubForm,
};

async function runExport(call: Call): Promise<ExitCode> {
  const { root, args, io } = call;
  const [kind] = args;
  const names = Object.keys(kinds);
  if (kind === undefined) throw new UsageError(`Export what? ${names.join(' or ')}.`);
  const run = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (!run) {
    const near = didYouMean(kind, names);
    const advice = near ? `Did you mean "${near}"?` : `There are ${names.join(' and ')}.`;
    throw new UsageError(`There is no export "${kind}". ${advice}`);
  }
  const { site, diagnostics } = await readKnowledgeBase(knowledgeBase(root), {
    depth: 'render',
    now: io.now(),
  });
  if (!site || tally(diagnostics).error > 0) {
    io.stderr('fixlore: There are errors in the records. "fixlore check" says which.\n');
    return 1;
  }
  return run(call, publicSiteOf(site, publicAddresses));
}

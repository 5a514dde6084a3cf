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
import { exportGift } from './export-gift.ts';
import { exportGithubForm } from './export-github-form.ts';
import { exportWheel } from './export-wheel.ts';

export const exportCommand: Command = {
  name: 'export',
  summary: 'Writes articles, intakes and drills for other tools.',
  usage: 'FORMAT [PRODUCT | INCIDENT…]',
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
    seed: {
      ...{ type: 'string', value: 'WORD' },
      help: 'gift: draws other choices in another order',
    },
    'dry-run': { type: 'boolean', help: 'say what would be written, and write nothing' },
  },
  details: `"docs" writes what the public site shows into the documentation of your users:
  fixlore export docs --to ../site/src/content/docs/help --format starlight
Only files that it wrote itself are ever changed or removed; DIR/.fixlore-docs.json
lists them with their digests. One that a person has changed since is kept and
told, and the exit code is 1.

"github-form" writes the issue form of each intake, or of the one of PRODUCT, to
.github/ISSUE_TEMPLATE/. A form that GitHub would drop is not written; why is
said, and the exit code is 1.

"gift" writes the drills as a question bank for Moodle, "wheel-of-misfortune" as
scenarios for a wheel that a group spins. Both go to standard output, and hold what
is internal: keep the file to your team.`,
  run: runExport,
};

/** Every format by its name; adding one: write its file, name it here. */
const formats: Record<string, (call: Call) => Promise<ExitCode>> = {
  docs: (call) => ofPublicSite(call, exportDocs),
  'github-form': (call) => ofPublicSite(call, exportGithubForm),
  gift: exportGift,
  'wheel-of-misfortune': exportWheel,
};

async function runExport(call: Call): Promise<ExitCode> {
  const [name] = call.args;
  const names = Object.keys(formats);
  if (name === undefined) throw new UsageError(`Export what? One of ${names.join(', ')}.`);
  const run = Object.hasOwn(formats, name) ? formats[name] : undefined;
  if (run) return run(call);
  const near = didYouMean(name, names);
  const advice = near ? `Did you mean "${near}"?` : `One of ${names.join(', ')}.`;
  throw new UsageError(`There is no export "${name}". ${advice}`);
}

/** Exports what everybody may read, once it is in order. */
async function ofPublicSite(
  call: Call,
  run: (call: Call, site: PublicSite) => ExitCode,
): Promise<ExitCode> {
  const { root, io } = call;
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

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { printable } from '#diagnostics/printable.ts';
import { EnvironmentError } from '#io/environment-error.ts';
import { knowledgeBase } from '#io/knowledge-base.ts';
import { compared, writeNew } from '#io/planned-files.ts';
import { replaceFile } from '#io/replace-file.ts';
import { idOf, parseRecord } from '#parse/record.ts';
import { configFile, readKnowledgeBase } from '#pipeline.ts';
import { planPromotion } from '#promote/plan.ts';
import type { Promotion, PromotionRequest } from '#promote/promotion.ts';
import { knownText, promotionText, refusalText } from '#report/promotion-report.ts';
import { audiences } from '#schema/article.ts';
import { textOption, UsageError, wordOption } from './command.ts';
import type { Call, Command, ExitCode } from './command.ts';
import { paintFor } from './terminal.ts';

export const promote: Command = {
  name: 'promote',
  summary: 'Writes the draft of an article from what resolved incidents say.',
  usage: 'INCIDENT…',
  options: {
    to: {
      ...{ type: 'string', value: 'SLUG' },
      help: 'the name of the new article, with a folder of kb/ if you like; default: from the title of the first incident',
    },
    into: {
      ...{ type: 'string', value: 'EXISTING' },
      help: 'take the incidents up in this article: its sources, their digest, new symptoms and errors; its text stays',
    },
    audience: {
      ...{ type: 'string', value: 'AUDIENCE' },
      help: 'public (default): what customers can do alone; internal: any resolved incident, with its commands',
    },
    overwrite: {
      type: 'boolean',
      help: 'with --into or --to: replace the text of an existing article by a new draft',
    },
    'dry-run': { type: 'boolean', help: 'show what would be written, and write nothing' },
  },
  details: `The draft takes over what customers said and saw, makes numbered steps of the
fix that helped, marks earlier attempts that may also be needed, and says TODO
where the record knows no answer. Who reported it, contacts, tickets, hosts and
commands stay behind; what was left out is listed.
  fixlore promote 2026-03-14-blank-receipt
  fixlore promote 2026-03-16-no-receipt --into receipt-page-stays-blank
An incident of which there is an article is not promoted again: what changed in
it since is shown. The exit code is 1 if an incident cannot become an article;
why is said.`,
  run: runPromote,
};

async function runPromote(call: Call): Promise<ExitCode> {
  const { root, io } = call;
  const request = requestOf(call);
  const { site, diagnostics } = await readKnowledgeBase(knowledgeBase(root), {
    depth: 'check',
    now: io.now(),
  });
  if (!site) {
    throw new EnvironmentError(
      `${root} has no usable ${configFile}. "fixlore init DIR" makes one, "fixlore check" says what is wrong.`,
    );
  }
  const broken = diagnostics.filter(({ severity }) => severity === 'error').map(({ file }) => file);
  const names = (folder: string, files: readonly string[]) =>
    new Set(files.filter((file) => file.startsWith(`${folder}/`)).map(idOf));
  const brokenIncidents = names('incidents', broken);
  const articles = names('kb', [...site.recordFiles, ...broken]);
  const planned = planPromotion(request, {
    site,
    isBroken: (id) => brokenIncidents.has(id),
    isTaken: (slug) => articles.has(slug),
    textOf: (file) => readFileSync(join(root, file), 'utf8'),
  });
  const paint = paintFor(io);
  if (planned.kind === 'refused') {
    io.stderr(`${refusalText(planned.refusals, paint)}Nothing was written.\n`);
    return 1;
  }
  if (planned.kind === 'known') {
    io.stdout(knownText(planned.articles, paint));
    return 0;
  }
  const { promotion } = planned;
  assertReadable(promotion);
  const isDryRun = Boolean(call.options['dry-run']);
  if (isDryRun) io.stdout(`${promotion.text.split('\n').map(printable).join('\n')}\n`);
  else write(root, promotion);
  io.stdout(promotionText(promotion, isDryRun, paint));
  return 0;
}

function requestOf(call: Call): PromotionRequest {
  const { args, options } = call;
  if (args.length === 0) throw new UsageError('Promote which incident? Name one or several ids.');
  const [to, into] = [textOption(call, 'to'), textOption(call, 'into')];
  if (to !== undefined && into !== undefined) {
    throw new UsageError('--to names a new article, --into an existing one: give one of them.');
  }
  const overwrite = Boolean(options['overwrite']);
  if (overwrite && to === undefined && into === undefined) {
    throw new UsageError('--overwrite needs --into or --to, which name the article.');
  }
  const audience =
    options['audience'] === undefined
      ? undefined
      : wordOption(call, 'audience', audiences, 'public');
  return { incidents: args, to, into, audience, overwrite };
}

/** What was written by others is in it, and an article of its author: it is read back before it is written. */
function assertReadable({ file, text }: Promotion): void {
  const { record, diagnostics } = parseRecord('article', file, new TextEncoder().encode(text));
  if (record) return;
  const [problem] = diagnostics;
  throw new EnvironmentError(
    `What would be written to ${file} is no article that can be read: ${problem?.message ?? ''} Nothing was written.`,
  );
}

function write(root: string, { kind, file, text }: Promotion): void {
  try {
    if (kind !== 'new') return replaceFile(join(root, file), text);
    const steps = compared(root, [{ path: file, content: text }]);
    if (steps.some(({ state }) => state !== 'new')) {
      throw new EnvironmentError(`${file} exists already, and is no article that can be read.`);
    }
    writeNew(root, steps);
  } catch (error) {
    if (error instanceof EnvironmentError) throw error;
    throw EnvironmentError.from(error, `${file} cannot be written`);
  }
}

import { askChoice, askText, Cancelled } from '#io/ask.ts';
import { EnvironmentError } from '#io/environment-error.ts';
import { knowledgeBase } from '#io/knowledge-base.ts';
import { compared, writeNew, type PlannedFile } from '#io/planned-files.ts';
import { newArticle, newIncident, type NewRecord } from '#export/new-records.ts';
import { withDefaults, type Config } from '#model/config.ts';
import { readConfig } from '#parse/config.ts';
import { idOf, parseRecord } from '#parse/record.ts';
import { printable } from '#diagnostics/printable.ts';
import { configFile } from '#pipeline.ts';
import { articleTypes, audiences } from '#schema/article.ts';
import { severities } from '#schema/incident.ts';
import {
  textOption,
  UsageError,
  wordOption,
  type Call,
  type Command,
  type ExitCode,
} from './command.ts';
import { incidentFromPacket, UnusablePacket } from './incident-from-packet.ts';

const channels = ['phone', 'email', 'chat', 'ticket', 'in_person', 'other'] as const;

export const newRecord: Command = {
  name: 'new',
  summary:
    'Asks the few things known in the first minute and writes a record that passes the check.',
  usage: 'incident|article',
  options: {
    from: {
      type: 'string',
      value: 'FILE',
      help: 'incident: the packet that a customer has sent, or the text of an issue made by an issue form',
    },
    said: {
      type: 'string',
      multiple: true,
      value: 'TEXT',
      help: 'incident: what they said, in their own words; may be given several times',
    },
    product: { type: 'string', value: 'ID', help: 'a product of the configuration' },
    title: { type: 'string', value: 'TEXT', help: 'the title; default: what they said' },
    name: { type: 'string', value: 'TEXT', help: 'incident: who is asking' },
    organization: { type: 'string', value: 'TEXT', help: 'incident: where they work' },
    contact: { type: 'string', value: 'TEXT', help: 'incident: how to reach them' },
    channel: { type: 'string', value: 'WORD', help: `incident: ${channels.join(', ')}` },
    component: { type: 'string', value: 'ID', help: 'incident: a component of the product' },
    severity: { type: 'string', value: 'WORD', help: `incident: ${severities.join(', ')}` },
    type: { type: 'string', value: 'WORD', help: `article: ${articleTypes.join(', ')}` },
    audience: { type: 'string', value: 'WORD', help: 'article: public (default) or internal' },
  },
  details: `What is not given as an option is asked on a terminal. Nothing existing is overwritten.
  fixlore new incident --product claims-portal --said "nothing happens when I click print"
  fixlore new incident --from packet.json
From a packet each answer goes into the field that its question in kb/intake/
names, and all others into the text. An issue is read as Markdown or as
"gh issue view N --json body" writes it. Nothing in it is run or followed.`,
  run: runNew,
};

async function runNew(call: Call): Promise<ExitCode> {
  const [kind, ...rest] = call.args;
  if (kind === 'article' && call.options['from'] !== undefined) {
    throw new UsageError('--from makes an incident: fixlore new incident --from packet.json.');
  }
  if ((kind !== 'incident' && kind !== 'article') || rest.length > 0) {
    throw new UsageError('New what? "fixlore new incident" or "fixlore new article".');
  }
  const source = knowledgeBase(call.root);
  const { config } = readConfig(configFile, await source.config());
  if (!config) {
    throw new EnvironmentError(
      `${call.root} has no usable ${configFile}. "fixlore init DIR" makes one, "fixlore check" says what is wrong.`,
    );
  }
  const taken = new Set(
    (await source.entries()).map(({ path }) => `${path.split('/')[0]} ${idOf(path)}`),
  );
  try {
    const record =
      kind === 'incident'
        ? await incidentFrom(call, withDefaults(config), (id) => taken.has(`incidents ${id}`))
        : await articleFrom(call, withDefaults(config), (id) => taken.has(`kb ${id}`));
    return write(call, kind, record);
  } catch (error) {
    if (error instanceof Cancelled) return 130;
    if (error instanceof UnusablePacket) {
      call.io.stderr(`${error.message}\nNothing was written.\n`);
      return 1;
    }
    throw error;
  }
}

async function incidentFrom(
  call: Call,
  config: Config,
  isTaken: (id: string) => boolean,
): Promise<NewRecord> {
  const from = textOption(call, 'from');
  if (from !== undefined) return incidentFromPacket(call, from, { config, isTaken });
  const isAsked = call.io.isTerminal && !call.options['said'];
  const option = (name: string) => textOption(call, name);
  const said = call.options['said'];
  if (Array.isArray(said) && said.some((words) => words.trim() === '')) {
    throw new UsageError('--said takes what they said, and is empty here.');
  }
  const symptoms = Array.isArray(said)
    ? said
    : [await needed(call, 'said', 'What did they say, in their own words?')];
  const product = await productFrom(call, config);
  const ask = async (name: string, message: string) =>
    option(name) ??
    (isAsked ? (await askText(message, { isNeeded: false })) || undefined : undefined);
  const reporter = {
    name: await ask('name', 'Who is asking? (Enter to skip)'),
    organization: option('organization'),
    contact: await ask(
      'contact',
      'How can they be reached, in case the line drops? (Enter to skip)',
    ),
    channel: option('channel') && wordOption(call, 'channel', channels, 'other'),
  };
  const words = {
    title: option('title'),
    product,
    component: option('component'),
    severity: option('severity') && wordOption(call, 'severity', severities, 'minor'),
    symptoms,
    reporter: Object.values(reporter).some(Boolean) ? reporter : undefined,
  };
  return newIncident(words, { now: call.io.now(), timezone: config.timezone }, isTaken);
}

async function articleFrom(
  call: Call,
  config: Config,
  isTaken: (id: string) => boolean,
): Promise<NewRecord> {
  const words = {
    title: await needed(call, 'title', 'The problem or the task, as a customer would say it?'),
    product: await productFrom(call, config),
    type: wordOption(call, 'type', articleTypes, 'solution'),
    audience: wordOption(call, 'audience', audiences, 'public'),
  };
  return newArticle(words, isTaken);
}

async function needed(call: Call, name: string, question: string): Promise<string> {
  const given = textOption(call, name)?.trim();
  if (given) return given;
  if (!call.io.isTerminal) throw new UsageError(`--${name} is needed where nobody can be asked.`);
  return askText(question);
}

async function productFrom(call: Call, { products }: Config): Promise<string> {
  const given = textOption(call, 'product');
  const [only] = products;
  if (given === undefined && products.length === 1 && only) return only.id;
  const known = products.map(({ id }) => id).join(', ');
  if (given === undefined && !call.io.isTerminal) {
    throw new UsageError(`--product is needed where nobody can be asked: one of ${known}.`);
  }
  if (given !== undefined) {
    if (products.some(({ id }) => id === given)) return given;
    throw new UsageError(`There is no such product; --product takes one of ${known}.`);
  }
  return askChoice(
    'Which product?',
    products.map(({ id, name }) => ({ value: id, label: name })),
  );
}

/** Reads the record back before it is written: what `new` writes passes the check. */
function write(call: Call, kind: 'incident' | 'article', { path, text }: NewRecord): ExitCode {
  const { record, diagnostics } = parseRecord(kind, path, new TextEncoder().encode(text));
  if (!record) {
    throw new UsageError(
      diagnostics.map(({ message, hint }) => `${message} ${hint ?? ''}`).join('\n'),
    );
  }
  writeOnce(call.root, { path, content: text });
  call.io.stdout(`Wrote ${printable(path)}\n${next[kind]}\n`);
  return 0;
}

function writeOnce(root: string, file: PlannedFile): void {
  try {
    const steps = compared(root, [file]);
    if (steps.some(({ state }) => state !== 'new')) {
      throw new EnvironmentError(`${file.path} exists already. Run again for another name.`);
    }
    writeNew(root, steps);
  } catch (error) {
    if (error instanceof EnvironmentError) throw error;
    throw EnvironmentError.from(error, `${file.path} cannot be written`);
  }
}

const next = {
  incident:
    'Add each attempt as you make it: what, why, what came of it, and whether it was left in place.',
  article: 'Write the steps, then set "state: published" when somebody has checked them.',
};

import * as z from 'zod';
import { newIncident, type NewRecord } from '#export/new-records.ts';
import type { Writable } from '#export/record-text.ts';
import { incidentSchema } from '#schema/incident.ts';
import type { IntakeFields } from '#schema/intake.ts';
import { schemaAt } from '#schema/shape.ts';
import { cleanText } from './clean-text.ts';
import { answerText, oneLine } from './packet-text.ts';
import type { Answer, Packet } from './packet.ts';
import { codeSpan, quotedMarkdown } from './quoted-markdown.ts';

interface Surroundings {
  /** The intake of the product: it says which field an answer fills. */
  intake: Pick<IntakeFields, 'product' | 'ask'>;
  clock: { now: number; timezone: string };
  isTaken: (id: string) => boolean;
}

/**
 * The draft of an incident from a packet. An answer goes into the field that its question names if the
 * field takes it; every other answer stands in the text, so nothing that the customer wrote is lost.
 */
export function draftIncident(packet: Packet, surroundings: Surroundings): NewRecord {
  const { intake, clock, isTaken } = surroundings;
  const { fields, told } = sorted(packet, surroundings);
  const { symptoms, opened, title, reporter, ...more } = fields as Fields & FirstFields;
  return newIncident(
    {
      product: intake.product,
      symptoms: symptoms ?? [summary(packet)],
      title,
      opened,
      reporter,
      more,
      body: [...told, ...checked(packet)].join('\n\n'),
    },
    clock,
    isTaken,
  );
}

/** What the schema has let into these fields. */
interface FirstFields {
  title?: string;
  opened?: string;
  symptoms?: string[];
  reporter?: { name?: string };
}

/** The answers that fields take, and the others as sections of the text. */
function sorted({ answers }: Packet, { intake, clock }: Surroundings) {
  const fields: Fields = {};
  const told: string[] = [];
  let room = longestHeader;
  for (const answer of answers) {
    const question = intake.ask.find(({ id }) => id === answer.id);
    const text = cleanText(answer.text ?? '');
    const path = question?.field?.split('.') ?? [];
    const isShort = text.length <= Math.min(longestField, room);
    const isKept = isShort && !isAhead(path, text, clock.now) && fill(fields, path, text);
    if (isKept) room -= text.length;
    const rest = { text: isKept ? '' : text, files: answer.files };
    if (rest.text || rest.files) told.push(section(question?.label ?? answer.question, rest));
  }
  return { fields, told };
}

type Fields = Record<string, Writable>;

/** Puts a text where a path leads; false if the field does not take it, or has an answer already. */
function fill(fields: Fields, path: readonly string[], text: string): boolean {
  if (path.length === 0) return false;
  const schema = schemaAt(incidentSchema, path);
  const isList = schema instanceof z.ZodArray;
  const value = isList ? [text] : text;
  if (!schema?.safeParse(value).success || !isForHumans(path)) return false;
  const [first = '', ...deeper] = path;
  const place = deeper.join('.');
  if (place === '') {
    const before = fields[first];
    if (before !== undefined && !isList) return false;
    fields[first] = isList ? [...((before as string[] | undefined) ?? []), text] : text;
    return true;
  }
  const group = (fields[first] ?? {}) as Record<string, Writable>;
  if (Object.hasOwn(group, place)) return false;
  fields[first] = { ...group, [place]: text };
  return true;
}

/** A header is read by people: what is longer than a screen stands in the text. */
const longestField = 2000;
const longestHeader = 12_000;

/** Nothing has begun in the future: somebody's calendar is wrong, or their typing. */
function isAhead(path: readonly string[], text: string, now: number): boolean {
  return path[0] === 'opened' && Date.parse(text) > now;
}

/** Whom it concerns and how it looks. What became of it is for those who know. */
const answerable = new Set([
  ...['title', 'opened', 'reporter', 'goal', 'symptoms', 'expected', 'errors', 'environment'],
  ...['reproducible', 'severity', 'component', 'tickets', 'tags'],
]);

function isForHumans([first = '']: readonly string[]): boolean {
  return answerable.has(first);
}

function section(question: string, { text, files }: Pick<Answer, 'text' | 'files'>): string {
  const named = files?.map(({ name, size }) => ({ name: cleanText(baseName(name)), size }));
  const label = oneLine(cleanText(question));
  const parts = [
    ...(text ? [quotedMarkdown(text)] : []),
    ...(named ?? []).map((file) => `- ${codeSpan(answerText({ files: [file] }).slice(2))}`),
  ];
  return `### ${headingText(label)}\n\n${parts.join('\n\n')}`;
}

/** A name without the folders that somebody has put before it. */
function baseName(name: string): string {
  return name.split(/[/\\]/).findLast((part) => /[^.\s]/.test(part)) ?? 'a file without a name';
}

/** A question as it can stand in a heading: its signs are no markup. */
function headingText(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>#|~&]/g, String.raw`\$&`) || 'A question without words';
}

/** Without words about what was seen, the beginning of what else was said. */
function summary({ answers, title }: Packet): string {
  const texts = answers.map(({ text }) => oneLine(cleanText(text ?? '')));
  const longest = texts.reduce((one, other) => (other.length > one.length ? other : one), '');
  const said = longest || oneLine(cleanText(title)) || 'Nothing was said';
  return said.length <= 200 ? said : `${said.slice(0, 199).toWellFormed()}…`;
}

function checked({ checks }: Packet): string[] {
  if (checks.length === 0) return [];
  const lines = checks.map(
    ({ check, done }) => `- [${done ? 'x' : ' '}] ${headingText(oneLine(cleanText(check)))}`,
  );
  return [`### Checked before\n\n${lines.join('\n')}`];
}

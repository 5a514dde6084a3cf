import { largestPacket } from './limits.ts';
import { packetSchema, type Packet } from './packet.ts';

/** A packet, the text of an issue, or what is wrong with what was given. */
export type ReadPacket =
  | { kind: 'packet'; packet: Packet }
  | { kind: 'issue'; body: string }
  | { kind: 'unusable'; problems: string[] };

/**
 * Reads what came in: the JSON of a packet, an issue as GitHub's API has it, or text with headings.
 * It comes from anybody, so nothing of it is believed, and no message repeats it.
 */
export function readPacket(bytes: Uint8Array): ReadPacket {
  if (bytes.length > largestPacket) {
    return unusable(
      `The file is too large; a packet has at most ${largestPacket / 1024} KB. Take long logs out of it and keep them as files.`,
    );
  }
  const text = decoded(bytes);
  if (text === undefined) return unusable('The file is not UTF-8 text.');
  const content = text.trim();
  if (content === '') return unusable('The file is empty.');
  if (!/^[{[]/.test(content)) return { kind: 'issue', body: content };
  const value = parsed(content);
  if (value === undefined) {
    return unusable('The file begins like JSON and is none: perhaps a part of it is missing.');
  }
  if (isIssue(value)) return { kind: 'issue', body: value.body };
  return packetIn(value);
}

function packetIn(value: unknown): ReadPacket {
  const { success, data, error } = packetSchema.safeParse(value);
  if (success && data.answers.length === 0) {
    return unusable('No question is answered in it, so there is nothing to write down.');
  }
  if (success) return { kind: 'packet', packet: data };
  const problems = error.issues.map(({ path, message, code }) => {
    const place = path.map((step) =>
      typeof step === 'number' ? `[${step + 1}]` : `.${String(step)}`,
    );
    const where = place.join('').replace(/^\./, '') || 'the packet';
    // The names of unknown fields are somebody's text, too.
    return `${where}: ${code === 'unrecognized_keys' ? 'has fields that no packet has' : message.toLowerCase()}.`;
  });
  const more = problems.length - mostProblems;
  return unusable(
    ...problems.slice(0, mostProblems),
    ...(more > 0 ? [`${more} more like these.`] : []),
  );
}

const mostProblems = 10;

function unusable(...problems: string[]): ReadPacket {
  return { kind: 'unusable', problems };
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** As `gh issue view --json title,body` writes it. */
function isIssue(value: unknown): value is { body: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    !('format' in value) &&
    'body' in value &&
    typeof value.body === 'string'
  );
}

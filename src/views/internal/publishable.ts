import type { Config } from '#model/config.ts';
import type { Incident } from '#model/site.ts';

/**
 * Whether words of a record may be sent outside: they name no host, ticket or word that the configuration
 * calls internal, none of the record's own tickets and references, nobody who reported or worked on it, no
 * address of a machine and no mailbox.
 */
export function isPublishable(text: string, { fields }: Incident, config: Config): boolean {
  const { hosts = [], tickets = [], words = [] } = config.internal ?? {};
  const { name, contact } = fields.reporter ?? {};
  const own = [
    ...[name, contact, ...(name?.split(/\s+/) ?? [])],
    ...(fields.tickets ?? []),
    ...(fields.seen_again ?? []).map(({ ticket }) => ticket),
    ...(fields.handoffs ?? []).flatMap(({ to, ref }) => [to, ref]),
    ...(fields.attempts ?? []).map(({ by }) => by),
  ].filter((one) => one !== undefined);
  return !(
    hosts.some((host) => text.toLowerCase().includes(host.toLowerCase())) ||
    tickets.some((pattern) => new RegExp(pattern, 'u').test(text)) ||
    words.some((word) => isWordOf(text.toLowerCase(), word.toLowerCase())) ||
    own.some((word) => isWordOf(text, word)) ||
    addresses.test(text)
  );
}

/** An IPv4 address, or a mailbox. */
const addresses = /\b\d{1,3}(?:\.\d{1,3}){3}\b|\S@\S+\.\S/;

function isWordOf(text: string, word: string): boolean {
  if (word === '' || !text.includes(word)) return false; // a pattern costs more than most words are worth
  const escaped = word.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
  const isEdge = String.raw`[\p{L}\p{N}]`;
  return new RegExp(`(?<!${isEdge})${escaped}(?!${isEdge})`, 'u').test(text);
}

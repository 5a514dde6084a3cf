import type { Leak, LeakKind, Spot } from './leak.ts';

/** What a team has said must never be published. */
export interface Forbidden {
  /** Host suffixes: `corp.example` stands for every host below it. */
  hosts?: readonly string[];
  /** Regular expressions of ticket numbers. */
  tickets?: readonly string[];
  words?: readonly string[];
}

export type ConfiguredKind = Extract<LeakKind, 'host' | 'ticket' | 'word'>;
type ConfiguredDetector = (text: string) => (Spot & Pick<Leak, 'kind'>)[];

/** A detector of the configured hosts, tickets and words. */
export function configured({
  hosts = [],
  tickets = [],
  words = [],
}: Forbidden): ConfiguredDetector {
  const searches: { kind: ConfiguredKind; what: string; pattern: RegExp }[] = [
    ...hosts.map((host) => ({
      kind: 'host' as const,
      what: 'an internal host',
      pattern: hostPattern(host),
    })),
    ...tickets.map((ticket) => ({
      kind: 'ticket' as const,
      what: 'a ticket number',
      pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${ticket})(?![\\p{L}\\p{N}])`, 'gu'),
    })),
    ...words.map((word) => ({
      kind: 'word' as const,
      what: 'a word that is never to be published',
      pattern: phrasePattern(word),
    })),
  ];
  return (text) =>
    searches.flatMap(({ kind, what, pattern }) =>
      [...text.matchAll(pattern)].flatMap(({ 0: found, index }) =>
        found === '' ? [] : [{ kind, what, from: index, to: index + found.length }],
      ),
    );
}

function hostPattern(suffix: string): RegExp {
  const bare = escaped(suffix.replace(/^\*?\.+/, '').replace(/\.+$/, ''));
  return new RegExp(
    `(?<![\\p{L}\\p{N}_-])(?:[\\p{L}\\p{N}_-]{1,63}\\.){0,8}${bare}(?![\\p{L}\\p{N}_-]|\\.[\\p{L}\\p{N}])`,
    'giu',
  );
}

/** Words in this order, whatever the space between them and the case. */
export function phrasePattern(phrase: string, flags = 'giu'): RegExp {
  const words = phrase.trim().split(/\s+/).map(escaped).join('[\\s\\u00a0._+-]{1,3}');
  return new RegExp(`(?<![\\p{L}\\p{N}])${words}(?![\\p{L}\\p{N}])`, flags);
}

function escaped(text: string): string {
  return text.replaceAll(/[$()*+./?[\\\]^{|}]/g, String.raw`\$&`);
}

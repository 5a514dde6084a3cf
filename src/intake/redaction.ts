import type { Leak } from '#leaks/leak.ts';
import { leaksBy } from '#leaks/scan.ts';
import { secrets } from '#leaks/secrets.ts';

/**
 * The secrets in what a customer has typed or pasted. Their own name, number and address are no leak
 * here: they are what they want to be reached by.
 */
export function secretsIn(text: string): Leak[] {
  return leaksBy(text, (plain) => secrets(plain).map((spot) => ({ ...spot, kind: 'secret' })));
}

/** The text in pieces, each with the secret that it is, if it is one. */
export function pieces(text: string): { text: string; leak?: Leak }[] {
  const found = secretsIn(text);
  const parts = found.flatMap((leak, index) => [
    { text: text.slice(found[index - 1]?.to ?? 0, leak.from) },
    { text: text.slice(leak.from, leak.to), leak },
  ]);
  const rest = { text: text.slice(found.at(-1)?.to ?? 0) };
  return [...parts, rest].filter((part) => part.text !== '');
}

/** The text without its secrets; each leaves a note of what stood there. */
export function withoutSecrets(text: string): string {
  return pieces(text)
    .map(({ text, leak }) => (leak ? placeOf(leak) : text))
    .join('');
}

export function placeOf({ what }: Leak): string {
  return `[left out: ${what}]`;
}

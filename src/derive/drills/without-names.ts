import type { Incident } from '#model/site.ts';

/**
 * An action without the names of the customer whom its incident is about, so that a choice of another
 * incident is not recognised by a name: "Had Tidemoor replace the old entry" becomes "Had the customer
 * replace the old entry". All other words stay as they are written.
 */
export function withoutNames(text: string, { fields: { reporter } }: Pick<Incident, 'fields'>) {
  const names = [...namesIn(reporter?.organization), ...namesIn(reporter?.name)].filter((name) =>
    text.includes(name),
  );
  if (names.length === 0) return text;
  const either = names.map(asPattern).join('|');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${either})(?![\\p{L}\\p{N}])`, 'gu');
  return text.replaceAll(pattern, (_, at: number) => (at === 0 ? 'The customer' : 'the customer'));
}

/** The whole name and its first word, longest first; words that are written small are no names. */
function namesIn(name: string | undefined): string[] {
  if (name === undefined) return [];
  const [first = ''] = name.split(/\s+/);
  return [name, first].filter((one) => /^\p{Lu}[\p{L}'’-]{2}/u.test(one));
}

function asPattern(name: string): string {
  return name.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
}

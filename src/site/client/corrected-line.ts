import type { Correction } from '#search/query/asked-terms.ts';
import { element } from './elements.ts';

/** "No page says “print I click” word by word. Showing results for its words." */
export function unquotedLine(phrases: readonly string[]): (Node | string)[] {
  return phrases.flatMap((phrase) => [
    'No page says “',
    element('bdi', {}, phrase),
    '” word by word. Showing results for its words. ',
  ]);
}

/** "Showing results for receipt. Search instead for recipt": nothing is corrected silently. */
export function correctedLine(
  words: string,
  corrections: readonly Correction[],
  literalHref?: string,
): (Node | string)[] {
  if (corrections.length === 0) return [];
  const meant = corrections.map((correction) =>
    element('strong', { dir: 'auto' }, correction.meant),
  );
  const line = [
    'Showing results for ',
    ...meant.flatMap((one, at) => (at > 0 ? [', ', one] : [one])),
  ];
  if (literalHref === undefined) {
    return [...line, ' instead of ', corrections.map(({ typed }) => typed).join(', '), '.'];
  }
  const asked = element(
    'bdi',
    {},
    words.length > 80 ? `${words.slice(0, 80).toWellFormed()}…` : words,
  );
  return [...line, '. ', element('a', { href: literalHref }, 'Search instead for ', asked), '.'];
}

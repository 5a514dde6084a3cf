/** Words that say nothing about a problem. */
const stopWords = new Set(
  `a about after again all also am an and any are as at be because been before being but by can cannot
  could did do does doing done each else every for from get gets got had has have having he her here him his how i if in
  into is it its just like me last more most my no not now of off on once one only please or other our out over own same
  said says she should since so some still such than that the their them then there these they this those through
  to too two under until up us very was we were what when where which while who why will with would you your
  don doesn didn isn wasn won can't t s ll ve re m d`.split(/\s+/),
);

/**
 * The words of a text that tell problems apart, each once, in the order of their first appearance: lower
 * case, without accents and stop words; codes keep their digits, underscores and inner dots. A final
 * "s" of a longer word is dropped, so that "receipts" meets "receipt".
 */
export function terms(text: string): string[] {
  const words = text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}_]+(?:[.-][\p{L}\p{N}_]+)*/gu);
  const found = new Set<string>();
  for (const word of words ?? []) {
    if (word.length < 2 || stopWords.has(word)) continue;
    found.add(/[^s\d_.]{3}s$/.test(word) ? word.slice(0, -1) : word);
  }
  return [...found];
}

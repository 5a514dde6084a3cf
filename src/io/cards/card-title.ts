/** The parts of a text that a typeface can write; empty if too little of its letters would be left. */
export function writable(text: string, has: (character: string) => boolean): string {
  const graphemes = [...segmenter.segment(text.normalize('NFC'))].map(({ segment }) => segment);
  const kept = graphemes.filter((one) => has(one) || /^\s$/.test(one));
  const letters = (list: string[]) => list.filter((one) => /^[\p{L}\p{N}]/u.test(one)).length;
  if (letters(kept) < letters(graphemes) * leastKept) return '';
  return kept.join('').replaceAll(/\s+/g, ' ').trim();
}

/** The first `most` characters of a text, cut between two words where there are any. */
export function shortened(text: string, most: number): string {
  const graphemes = [...segmenter.segment(text)].map(({ segment }) => segment);
  if (graphemes.length <= most) return text;
  const cut = graphemes.slice(0, most).join('');
  return `${/\s/.test(cut) ? cut.replace(/\s+\S*$/, '') : cut}…`;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A title of which a fifth of the letters is missing says something else. */
const leastKept = 0.8;

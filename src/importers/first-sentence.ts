const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The first sentence of a text, in one line. */
export function firstSentence(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  for (const { segment } of sentences.segment(line)) return segment.trim();
  return '';
}

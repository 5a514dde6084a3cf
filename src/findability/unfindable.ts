import type { Searcher } from '#search/query/searcher.ts';
import type { Finding } from '#validate/rule.ts';
import type { Phrase } from './phrases.ts';

/** Who searches looks at about so many results before asking somebody. */
const firstResults = 3;

/** What came instead of what was wanted, the first result first: its record and its page in the full-text index. */
export type Instead = { record: string; page: string }[];

/** Asks the index for a phrase; undefined if what it belongs to is among the first three results. */
export async function askFor(phrase: Phrase, searcher: Searcher): Promise<Instead | undefined> {
  const { hits } = await searcher.ask(phrase.text);
  const first = await hits(0, firstResults);
  if (first.some(({ record }) => phrase.wanted.has(record))) return undefined;
  return first.map(({ record, page }) => ({ record, page }));
}

export function unfindable({ text, source, at }: Phrase, [first]: Instead): Finding {
  const quoted = `“${text.length > 60 ? `${text.slice(0, 59)}…` : text}”`;
  return {
    code: 'unfindable',
    record: source,
    at,
    message: first
      ? `Who searches for ${quoted} does not find this record among the first ${firstResults} results; ${first.record} comes first.`
      : `Who searches for ${quoted} finds nothing: it has no word that the index knows.`,
    hint: first
      ? 'Put the words that tell the two apart into the title or into further symptoms. If they are one problem, say so: "duplicate_of", or one article with both as its sources.'
      : 'Add a symptom in words that customers type.',
  };
}

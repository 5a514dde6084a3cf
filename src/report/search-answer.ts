import { printable } from '#diagnostics/printable.ts';
import type { AskedTerm } from '#search/query/asked-terms.ts';
import type { Piece } from '#search/query/excerpt.ts';
import type { Hit } from '#search/query/hit.ts';
import type { Answer } from '#search/query/searcher.ts';
import type { Paint } from './paint.ts';

/** An answer with those of its results that are shown. */
export interface ShownAnswer {
  answer: Answer;
  hits: Hit[];
}

export function answerText(query: string, { answer, hits }: ShownAnswer, paint: Paint): string {
  if (hits.length === 0) {
    return `Nothing found for “${printable(query)}”. Try fewer or other words.\n`;
  }
  const corrected = answer.corrections.map(
    ({ typed, meant }) =>
      `Showing results for ${paint.bold(printable(meant))} instead of ${printable(typed)}.\n`,
  );
  const unquoted = answer.unquoted.map(
    (phrase) => `No page says “${printable(phrase)}” word by word. Searched for its words.\n`,
  );
  const doubt = answer.isAnswered ? [] : ['Nothing here answers this for sure. The nearest:\n'];
  const entries = hits.map((hit) =>
    [
      `${paint.bold(marked(hit.title))}  ${paint.dim(printable(hit.kind))}`,
      `  ${printable(hit.url)}  ${paint.dim(hit.rank.toFixed(2))}`,
      `  ${marked(hit.excerpt, paint)}`,
    ].join('\n'),
  );
  const count = answer.count === 1 ? 'One result' : `${answer.count} results`;
  return `${[...corrected, ...unquoted, ...doubt, ...entries].join('\n')}\n\n${count}.\n`;
}

/** What the question was taken for, and what each part of a result's place adds. */
export function explanationOf({ answer, hits }: ShownAnswer, paint: Paint): string {
  const terms = answer.terms.map(
    ({ term, typed, how, weight, rarity, postings }) =>
      `  ${printable(term).padEnd(24)} ${howWords[how](printable(typed)).padEnd(28)} ` +
      `weight ${weight.toFixed(2)}  rarity ${rarity.toFixed(2)}  on ${postings?.pages.length ?? 0} pages`,
  );
  const parts = hits.map(
    ({ record, rank, score, likeness }) =>
      `  ${rank.toFixed(3)}  words ${score.toFixed(2)}  nearest sentence ${likeness.toFixed(2)}  ${printable(record)}`,
  );
  const { confidence, isAnswered } = answer;
  return [
    '',
    paint.bold('Terms'),
    ...terms,
    '',
    paint.bold('Places'),
    ...parts,
    '',
    `Confidence ${confidence.toFixed(2)}: ${isAnswered ? 'an answer' : 'no answer'}.`,
    '',
  ].join('\n');
}

const howWords: Record<AskedTerm['how'], (typed: string) => string> = {
  exact: (typed) => `as typed: ${typed}`,
  corrected: (typed) => `corrected from ${typed}`,
  begun: (typed) => `begins with ${typed}`,
  synonym: (typed) => `means the same as ${typed}`,
};

/** The shape of `search --json`. */
export function answerJson(query: string, { answer, hits }: ShownAnswer, isExplained: boolean) {
  const { count, confidence, isAnswered, corrections, unquoted } = answer;
  return {
    query,
    count,
    is_answered: isAnswered,
    confidence: rounded(confidence),
    corrections,
    unquoted,
    hits: hits.map(({ url, title, kind, record, excerpt, sections, rank, score, likeness }) => ({
      url,
      title: textOf(title),
      kind,
      record,
      excerpt: textOf(excerpt),
      sections,
      score: rounded(rank),
      ...(isExplained && { parts: { words: rounded(score), nearest_sentence: rounded(likeness) } }),
    })),
    ...(isExplained && {
      terms: answer.terms.map(({ term, typed, how, weight, rarity, postings }) => ({
        term,
        typed,
        how,
        weight: rounded(weight),
        rarity: rounded(rarity),
        pages: postings?.pages.length ?? 0,
      })),
    }),
  };
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}

function marked(pieces: readonly Piece[], paint?: Paint): string {
  return pieces
    .map(({ text, isMatch }) => (isMatch && paint ? paint.bold(printable(text)) : printable(text)))
    .join('');
}

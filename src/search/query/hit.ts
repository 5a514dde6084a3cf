import type { AskedTerm } from './asked-terms.ts';
import { excerptOf, markedText, type Piece } from './excerpt.ts';
import type { Language } from './language.ts';
import type { ScoredPassage } from './passages.ts';
import type { StoredPage } from './stored-page.ts';
import { tokensOf } from './tokens.ts';

/** A page with all that its place among the results follows from. */
export interface RankedPage {
  page: number;
  /** What the terms say about it. */
  score: number;
  /** How like the question its nearest sentence is: 0 to 1. */
  likeness: number;
  /** What it is ordered by. */
  rank: number;
  stored: StoredPage;
  /** The nearest first. */
  passages: ScoredPassage[];
}

/** One result. */
export interface Hit {
  /** The name of the page in the full-text index: it changes with what the page says. */
  page: string;
  url: string;
  title: Piece[];
  kind: string;
  record: string;
  excerpt: Piece[];
  /** Sections that are about what was asked. */
  sections: { title: string; url: string }[];
  rank: number;
  score: number;
  likeness: number;
}

const mostSections = 3;
/** A section is named if it has a sentence that is this near, in relation to the nearest one. */
const nearEnough = 0.6;

export function hitOf(
  { stored, passages, rank, score, likeness }: RankedPage,
  terms: readonly AskedTerm[],
  language: Language,
): Hit {
  const asked = new Set(telltale(terms, language).map(({ term }) => term));
  const tokensIn = (text: string) => tokensOf(text, language);
  const { name, text, title, url, kind, record } = stored;
  // The text begins with the title, which is shown above the excerpt.
  const inText = passages.filter(({ passage }) => passage.start >= title.length);
  return {
    page: name,
    url,
    title: markedText(title, asked, tokensIn),
    kind,
    record,
    excerpt: excerptOf(text, telling(inText), asked, tokensIn),
    sections: sectionsOf(stored, inText),
    rank,
    score,
    likeness,
  };
}

/** What is worth marking: stop words only where there is nothing else. */
function telltale(terms: readonly AskedTerm[], { stopWords }: Language): readonly AskedTerm[] {
  const telling = terms.filter(({ typed }) => !stopWords.has(typed));
  return telling.length > 0 ? telling : terms;
}

/** The nearest passage that is a sentence, if there is one: the name of a component tells a reader little. */
function telling(passages: readonly ScoredPassage[]): ScoredPassage | undefined {
  const isSentence = ({ passage }: ScoredPassage) =>
    passage.terms.length + passage.stopTerms.length > 3;
  return passages.find((one) => one.likeness > 0 && isSentence(one)) ?? passages[0];
}

function sectionsOf({ url, headings }: StoredPage, passages: readonly ScoredPassage[]) {
  const least = (passages[0]?.likeness ?? 0) * nearEnough;
  const near = passages.filter(({ likeness }) => likeness > 0 && likeness >= least);
  const found = near.flatMap(
    ({ passage }) => headings.findLast(({ start }) => start <= passage.start) ?? [],
  );
  return [...new Set(found)]
    .slice(0, mostSections)
    .map(({ id, title }) => ({ title, url: `${url}#${id}` }));
}

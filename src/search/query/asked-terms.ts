import type { Postings } from './postings.ts';
import type { Ranking } from './ranking.ts';
import { rowsOf, synonymKey } from './synonyms.ts';
import type { Token } from './tokens.ts';
import type { TermReader } from './term-reader.ts';
import { editsAllowed, nearestWord } from './vocabulary.ts';

/** A term that is searched for. */
export interface AskedTerm {
  term: string;
  /** What was typed for it. */
  typed: string;
  how: 'exact' | 'corrected' | 'begun' | 'synonym';
  /** How much it counts for the one who asks: 1 for a word. */
  weight: number;
  /** How rare it is; that of a term on no page if it is unknown. */
  rarity: number;
  /** Undefined for what the index does not know. */
  postings?: Postings;
}

export interface Correction {
  typed: string;
  meant: string;
}

export interface TermOptions {
  ranking: Ranking;
  isTyping?: boolean;
  isLiteral?: boolean;
}

export interface AskedTerms {
  terms: AskedTerm[];
  corrections: Correction[];
}

/**
 * The terms to search for. A word that the index does not know is corrected, unless words are meant as they
 * are typed (`isLiteral`); one that is still being typed (`isTyping`, then it is the last) stands for all
 * words that begin so. Codes and numbers are never corrected: another code is another problem.
 */
export async function askedTerms(
  tokens: readonly Token[],
  reader: TermReader,
  { ranking, isTyping = false, isLiteral = false }: TermOptions,
): Promise<AskedTerms> {
  const corrections = new Map<string, string>();
  const terms: AskedTerm[] = [];
  const known = new Map<Token, boolean>();
  const isPassedOver = passedOver(tokens, reader);
  for (const token of tokens) {
    if (isPassedOver(token)) {
      const term = asked(token, reader, { how: 'exact', weight: ranking.kinds[token.kind] });
      terms.push({ ...term, rarity: reader.roughRarity(token.term) });
      continue;
    }
    const postings = await reader.postings(token.term);
    known.set(token, postings !== undefined);
    const isPiece = token.whole !== undefined && known.get(token.whole) === true;
    const weight = ranking.kinds[token.kind] * (isPiece ? ranking.pieceOfKnown : 1);
    const isLast = isTyping && token === tokens.at(-1);
    const beginnings = isLast ? await begun(token, weight * ranking.begun, reader) : [];
    terms.push(...beginnings);
    if (postings) terms.push(asked(token, reader, { how: 'exact', weight, postings }));
    if (postings || beginnings.length > 0) continue;
    const instead = isLiteral ? undefined : await correctionOf(token, reader);
    terms.push(
      instead
        ? asked({ ...token, term: instead.term }, reader, {
            how: 'corrected',
            weight: weight * ranking.corrected,
            postings: instead.postings,
          })
        : asked(token, reader, { how: 'exact', weight: isTelling(token) ? weight : 0 }),
    );
    if (instead) corrections.set(token.word, instead.meant);
  }
  const distinct = withoutRepeats(terms);
  const others = await synonymTerms(tokens, distinct, reader, ranking.synonym);
  return {
    terms: [...distinct, ...others],
    corrections: [...corrections].map(([typed, meant]) => ({ typed, meant })),
  };
}

/** In a smaller index nothing is saved by passing over words. */
const manyPages = 2000;
/** Files that a question may cost: each has 5 to 9 KB there. */
const mostRead = 8;

/**
 * A word on more than a quarter of many pages does not tell them apart where the question has two rarer ones, and
 * a stop word does not on a twentieth of them; of a long question the rarest words do. The files of the others,
 * the largest there are, are not read; in sentences their words are still looked for.
 */
function passedOver(tokens: readonly Token[], reader: TermReader): (token: Token) => boolean {
  const { documents } = reader.manifest;
  if (documents <= manyPages) return () => false;
  const pagesOf = ({ term }: Token) => reader.commonPages(term) ?? 0;
  const isCommon = (token: Token) => pagesOf(token) > documents / (token.kind === 'stop' ? 20 : 4);
  const rarer = tokens.filter((token) => token.kind !== 'stop' && !isCommon(token));
  if (rarer.length < 2) return () => false;
  const read = tokens.filter((token) => !isCommon(token));
  const kept = new Set(read.toSorted((a, b) => pagesOf(a) - pagesOf(b)).slice(0, mostRead));
  return (token) => pagesOf(token) > 0 && !kept.has(token);
}

function asked(
  { term, word }: Token,
  reader: TermReader,
  given: Pick<AskedTerm, 'how' | 'weight' | 'postings'>,
): AskedTerm {
  return { term, typed: word, rarity: reader.rarity(given.postings), ...given };
}

const mostBegun = 12;

/** The words that begin with what was typed so far, most frequent first: each with its share of the weight. */
async function begun(token: Token, weight: number, reader: TermReader): Promise<AskedTerm[]> {
  if (token.word.length < 2) return [];
  const found = (await reader.beginningWith(token.word)).filter(([term]) => term !== token.term);
  return found
    .sort(([a, { pages: p }], [b, { pages: q }]) => q.length - p.length || (a < b ? -1 : 1))
    .slice(0, mostBegun)
    .map(([term, postings]) =>
      asked({ ...token, term }, reader, { how: 'begun', weight, postings }),
    );
}

/** What was probably meant by a word that the index does not know. */
async function correctionOf({ word, kind }: Token, reader: TermReader) {
  if (kind !== 'word' || editsAllowed(word) === 0) return undefined;
  for (const letters of [word[0]!, '']) {
    const meant = nearestWord(word, await reader.words(letters));
    if (meant === undefined) continue;
    const term = reader.language.stem(meant);
    const postings = await reader.postings(term);
    if (postings) return { meant, term, postings };
  }
  return undefined;
}

/** Times, ids and keys in a pasted line are on no page, and nobody asks for them. */
function isTelling({ kind, word, whole }: Token): boolean {
  return kind === 'word' ? whole === undefined : kind === 'code' && word.length <= 16 && !whole;
}

/** A term that is asked for in two ways counts as the stronger one. */
function withoutRepeats(terms: readonly AskedTerm[]): AskedTerm[] {
  const byTerm = new Map<string, AskedTerm>();
  for (const term of terms) {
    const known = byTerm.get(term.term);
    if (!known || known.weight < term.weight) byTerm.set(term.term, term);
  }
  return [...byTerm.values()];
}

/** What means the same as a word of the question, or as several in a row. */
async function synonymTerms(
  tokens: readonly Token[],
  terms: readonly AskedTerm[],
  reader: TermReader,
  share: number,
): Promise<AskedTerm[]> {
  const weights = new Map(terms.map(({ term, weight }) => [term, weight]));
  const known = new Set(terms.map(({ term }) => term));
  const found: AskedTerm[] = [];
  for (const row of rowsOf(tokens)) {
    const key = synonymKey(row);
    if (!Object.hasOwn(reader.manifest.synonyms, key)) continue;
    const weight = share * Math.max(...row.map(({ term }) => weights.get(term) ?? 0));
    for (const other of reader.manifest.synonyms[key]!) {
      for (const term of other.split(' ').filter((each) => !known.has(each))) {
        known.add(term);
        const postings = await reader.postings(term);
        if (!postings) continue;
        found.push(asked({ ...row[0]!, term }, reader, { how: 'synonym', weight, postings }));
      }
    }
  }
  return found;
}

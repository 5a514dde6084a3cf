import { askedTerms, type AskedTerm, type Correction } from './asked-terms.ts';
import { confidenceOf, leastConfidence } from './confidence.ts';
import { facetCounts, isChosen, type Chosen, type FacetCounts } from './facet-counts.ts';
import { readFacets, type Facets } from './facets-file.ts';
import { hitOf, type Hit, type RankedPage } from './hit.ts';
import {
  indexVersion,
  manifestPath,
  termsFolder,
  textsInFile,
  type IndexSource,
  type Manifest,
} from './index-files.ts';
import { languageOf, type Language } from './language.ts';
import { fullScore, scoredPages, type ScoredPage } from './page-scores.ts';
import { passagesOf, scoredPassages, type Passage } from './passages.ts';
import { questionOf, type Question } from './question.ts';
import { ranking as defaultRanking, type Ranking } from './ranking.ts';
import { readStoredPage, type StoredPage } from './stored-page.ts';
import { remembered, TermReader } from './term-reader.ts';

export interface AskOptions {
  chosen?: Chosen;
  /** The last word is still being typed. */
  isTyping?: boolean;
  /** The words are meant as they are typed: none is corrected. */
  isLiteral?: boolean;
}

export interface Answer {
  /** What was typed and what was searched for instead. */
  corrections: Correction[];
  /** What stood in quotes and stands on no page word by word, so that its words were searched for. */
  unquoted: string[];
  /** What the question was taken for, with what each term adds: for those who want to know why. */
  terms: AskedTerm[];
  /** 0 to 1. */
  confidence: number;
  /** False if the pages found are only the nearest there are. */
  isAnswered: boolean;
  /** How many pages were found. */
  count: number;
  /** The pages found, best first, from one position to before another. */
  hits: (from: number, to: number) => Promise<Hit[]>;
  /** How many of what was found have each value of each facet. */
  counts: () => Promise<FacetCounts>;
}

/** Pages whose sentences are compared with the question; those behind them keep their order. */
const mostCompared = 12;
/** A page is shown if it has this much of what the best one has. */
const leastShare = 0.3;
/** Impacts are below 1; a page that says everything often has about this share of `fullScore`. */
const usualShare = 0.4;

/** Asks a finished index. The same in the browser and in Node: what it reads it reads through its source. */
export class Searcher {
  readonly #source: IndexSource;
  readonly #reader: TermReader;
  readonly #ranking: Ranking;
  readonly #remember: number;
  readonly #files = new Map<string, Promise<unknown>>();
  readonly #pages = new Map<string, Promise<ReadPage>>();

  private constructor(
    source: IndexSource,
    reader: TermReader,
    { ranking, remember }: { ranking: Ranking; remember: number },
  ) {
    this.#source = source;
    this.#reader = reader;
    this.#ranking = ranking;
    this.#remember = remember;
  }

  /**
   * Rejects if the index is missing, damaged or of another version. What was read of up to `remember` pages
   * is kept for further questions.
   */
  static async open(
    source: IndexSource,
    { ranking = defaultRanking, remember = 400 }: { ranking?: Ranking; remember?: number } = {},
  ): Promise<Searcher> {
    const manifest = JSON.parse(textOf(await source.read(manifestPath))) as Manifest;
    if (manifest.version !== indexVersion) throw new Error('The index is of another version');
    const language = await languageOf(manifest.language);
    return new Searcher(source, new TermReader(manifest, language, source), { ranking, remember });
  }

  /** Without a word in the question, all pages that were chosen, in their order. */
  async ask(written: string, { chosen = {}, ...typed }: AskOptions = {}): Promise<Answer> {
    const question = questionOf(written, this.#reader.language);
    const { terms, corrections } = await askedTerms(question.tokens, this.#reader, {
      ranking: this.#ranking,
      ...typed,
    });
    const { found, unquoted } =
      question.tokens.length === 0
        ? { found: this.#allPages(), unquoted: [] }
        : await this.#found(terms, question);
    const pages = await this.#chosenOf(found, chosen);
    const ranked = await this.#compared(pages, terms);
    const best = ranked[0];
    const confidence = best ? confidenceOf(best.likeness, best.score / this.#rarest()) : 0;
    return {
      corrections,
      unquoted,
      terms,
      confidence,
      isAnswered:
        confidence >= leastConfidence || (question.tokens.length === 0 && pages.length > 0),
      count: pages.length,
      hits: (from, to) => this.#hits(ranked, pages, terms, { from, to }),
      counts: async () =>
        facetCounts(
          await this.#facets(),
          found.map(({ page }) => page),
          chosen,
        ),
    };
  }

  get language(): Language {
    return this.#reader.language;
  }

  /** The names of all pages in the full-text index; a page that says something else has another name. */
  async pageNames(): Promise<string[]> {
    const { texts, documents } = this.#reader.manifest;
    const lists = await Promise.all(texts.map((file) => this.#names(file)));
    return lists.flat().slice(0, documents);
  }

  async storedPage(name: string): Promise<StoredPage> {
    return (await this.#readNamed(name)).stored;
  }

  /** What the results can be narrowed down by. */
  async facetNames(): Promise<string[]> {
    return Object.keys(await this.#facets());
  }

  #rarest(): number {
    return this.#reader.rarity(undefined);
  }

  #allPages(): ScoredPage[] {
    return Array.from({ length: this.#reader.manifest.documents }, (_, page) => ({
      page,
      score: 0,
    }));
  }

  /**
   * Phrases decide, however little a page has of the rest. Where they leave nothing they stand for their
   * words: a pasted message has its own quotes around what differs from case to case.
   */
  async #found(
    terms: readonly AskedTerm[],
    { phrases }: Question,
  ): Promise<{ found: ScoredPage[]; unquoted: string[] }> {
    const { documents } = this.#reader.manifest;
    const exact = phrases.length > 0 ? scoredPages(terms, documents, 0) : [];
    const found = await this.#withPhrases(exact, phrases);
    return found.length > 0
      ? { found, unquoted: [] }
      : { found: scoredPages(terms, documents, leastShare), unquoted: phrases };
  }

  async #withPhrases(pages: ScoredPage[], phrases: readonly string[]): Promise<ScoredPage[]> {
    if (pages.length === 0) return pages;
    const names = await Promise.all(pages.map(({ page }) => this.#nameOf(page)));
    const lists = await Promise.all(phrases.map((phrase) => this.#source.pagesWith(phrase)));
    const sets = lists.map((list) => new Set(list));
    return pages.filter((_, index) => sets.every((set) => set.has(names[index]!)));
  }

  async #chosenOf(pages: ScoredPage[], chosen: Chosen): Promise<ScoredPage[]> {
    if (Object.values(chosen).every((values) => values.length === 0)) return pages;
    const facets = await this.#facets();
    return pages.filter(({ page }) => isChosen(facets, page, chosen));
  }

  /** The first pages in the order that their nearest sentences give them. */
  async #compared(pages: ScoredPage[], terms: readonly AskedTerm[]): Promise<RankedPage[]> {
    const full = fullScore(terms) * usualShare || 1;
    const ranked = await Promise.all(
      pages.slice(0, mostCompared).map((page) => this.#rankedPage(page, terms, full)),
    );
    return ranked.sort((a, b) => b.rank - a.rank || a.page - b.page);
  }

  async #rankedPage(
    { page, score }: ScoredPage,
    terms: readonly AskedTerm[],
    full: number,
  ): Promise<RankedPage> {
    const { stored, passages } = await this.#read(page);
    const rarities = new Map(terms.map(({ term, rarity }) => [term, rarity]));
    const scored = scoredPassages(passages, terms, {
      rarityOf: (term) => rarities.get(term) ?? this.#reader.roughRarity(term),
      stopWeight: this.#ranking.stopInSentence,
    });
    const likeness = scored[0]?.likeness ?? 0;
    const inTitle = scored.find(({ passage }) => passage.start < stored.title.length);
    const { likeness: forLikeness, titleLikeness: forTitle } = this.#ranking;
    return {
      page,
      score,
      stored,
      passages: scored,
      likeness,
      rank: score / full + forLikeness * likeness + forTitle * (inTitle?.likeness ?? 0),
    };
  }

  async #hits(
    ranked: readonly RankedPage[],
    pages: readonly ScoredPage[],
    terms: readonly AskedTerm[],
    { from, to }: { from: number; to: number },
  ): Promise<Hit[]> {
    const full = fullScore(terms) * usualShare || 1;
    const rest = pages.slice(Math.max(from, ranked.length), Math.max(to, ranked.length));
    const further = await Promise.all(rest.map((page) => this.#rankedPage(page, terms, full)));
    return [...ranked.slice(from, to), ...further].map((page) =>
      hitOf(page, terms, this.#reader.language),
    );
  }

  async #read(page: number): Promise<ReadPage> {
    return this.#readNamed(await this.#nameOf(page));
  }

  #readNamed(name: string): Promise<ReadPage> {
    if (this.#pages.size > this.#remember) this.#pages.clear();
    return remembered(this.#pages, name, async () => {
      const stored = await readStoredPage(this.#source, name);
      return { stored, passages: passagesOf(stored.text, this.#reader.language) };
    });
  }

  /** Of a page in the full-text index. */
  async #nameOf(page: number): Promise<string> {
    const file = this.#reader.manifest.texts[Math.floor(page / textsInFile)] ?? '';
    const names = await this.#names(file);
    const name = names[page % textsInFile];
    if (!name) throw new Error('The search index is damaged');
    return name;
  }

  #names(file: string): Promise<string[]> {
    return this.#file(file, (bytes) => textOf(bytes).split('\n'));
  }

  #facets(): Promise<Facets> {
    return this.#file(this.#reader.manifest.facets, readFacets);
  }

  #file<Content>(name: string, parse: (bytes: Uint8Array) => Content): Promise<Content> {
    return remembered(this.#files as Map<string, Promise<Content>>, name, async () =>
      parse(await this.#source.read(termsFolder + name)),
    );
  }
}

interface ReadPage {
  stored: StoredPage;
  passages: Passage[];
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

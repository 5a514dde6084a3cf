import { filesWithin, termsFolder, type IndexSource, type Manifest } from './index-files.ts';
import type { Language } from './language.ts';
import { readPostings, type Postings } from './postings.ts';
import { readWords, type VocabularyWord } from './vocabulary.ts';

/** Reads the files of the term index, each once. */
export class TermReader {
  readonly manifest: Manifest;
  readonly language: Language;
  readonly #source: IndexSource;
  readonly #terms = new Map<string, Promise<Map<string, Postings>>>();
  readonly #words = new Map<string, Promise<VocabularyWord[]>>();

  /** Pages of a term that is not common: a quarter of those of the least common one. */
  readonly #uncommon: number;

  constructor(manifest: Manifest, language: Language, source: IndexSource) {
    this.manifest = manifest;
    this.#uncommon = Math.min(manifest.documents, ...Object.values(manifest.common)) / 4;
    this.language = language;
    this.#source = source;
  }

  async postings(term: string): Promise<Postings | undefined> {
    const [file] = filesWithin(this.manifest.terms, term);
    return file === undefined ? undefined : (await this.#termsOf(file)).get(term);
  }

  /** Terms that begin with these letters, ascending. */
  async beginningWith(letters: string): Promise<[string, Postings][]> {
    const files = filesWithin(this.manifest.terms, letters, `${letters}\uFFFF`);
    const maps = await Promise.all(files.map((file) => this.#termsOf(file)));
    return maps.flatMap((terms) => [...terms].filter(([term]) => term.startsWith(letters)));
  }

  /** Words of the vocabulary that begin with these letters; all words without any. */
  async words(letters: string): Promise<VocabularyWord[]> {
    const files = filesWithin(this.manifest.words, letters, `${letters}\uFFFF`);
    const lists = await Promise.all(files.map((file) => this.#wordsOf(file)));
    return lists.flat();
  }

  /**
   * How rare a term is that stands on so many of all pages: ln(1 + (N − n + ½) / (n + ½)), never negative
   * (Robertson and Zaragoza 2009, “The probabilistic relevance framework”, with Lucene's 1 inside).
   */
  rarity(postings: Pick<Postings, 'pages'> | undefined): number {
    return this.#rarityOn(postings?.pages.length ?? 0);
  }

  /** On how many pages a common term stands; undefined for all others. */
  commonPages(term: string): number | undefined {
    const { common } = this.manifest;
    return Object.hasOwn(common, term) ? common[term] : undefined;
  }

  /** How rare any term of a text is; of those that are not common a guess, since their files are not read for it. */
  roughRarity(term: string): number {
    return this.#rarityOn(this.commonPages(term) ?? this.#uncommon);
  }

  #rarityOn(pages: number): number {
    return Math.log(1 + (this.manifest.documents - pages + 0.5) / (pages + 0.5));
  }

  #termsOf(file: string): Promise<Map<string, Postings>> {
    return remembered(this.#terms, file, async () => readPostings(await this.#read(file)));
  }

  #wordsOf(file: string): Promise<VocabularyWord[]> {
    return remembered(this.#words, file, async () => readWords(await this.#read(file)));
  }

  #read(file: string): Promise<Uint8Array> {
    return this.#source.read(termsFolder + file);
  }
}

/** What could not be read is asked for again the next time. */
export function remembered<Value>(
  known: Map<string, Promise<Value>>,
  key: string,
  read: () => Promise<Value>,
): Promise<Value> {
  let value = known.get(key);
  if (!value) {
    value = read();
    known.set(key, value);
    value.catch(() => known.delete(key));
  }
  return value;
}

import { plain } from './plain.ts';

/** What the search knows of a language. */
export interface Language {
  /** The part of a word that its forms share: "claims" and "claim" are both "claim". Lower case in, and out. */
  stem: (word: string) => string;
  /** Words that say little, such as "the": as `plain` makes them. */
  stopWords: ReadonlySet<string>;
}

type Parts = [
  stemmer: Promise<{ stemmer: (word: string) => string }>,
  stopWords: Promise<{ stopwords: string[] }>,
];

/** Languages with a stemmer and stop words; each is loaded when a site speaks it. */
const languages: Readonly<Record<string, () => Parts>> = {
  ar: () => [import('@orama/stemmers/arabic'), import('@orama/stopwords/arabic')],
  bg: () => [import('@orama/stemmers/bulgarian'), import('@orama/stopwords/bulgarian')],
  da: () => [import('@orama/stemmers/danish'), import('@orama/stopwords/danish')],
  de: () => [import('@orama/stemmers/german'), import('@orama/stopwords/german')],
  el: () => [import('@orama/stemmers/greek'), import('@orama/stopwords/greek')],
  en: () => [import('@orama/stemmers/english'), import('@orama/stopwords/english')],
  es: () => [import('@orama/stemmers/spanish'), import('@orama/stopwords/spanish')],
  fi: () => [import('@orama/stemmers/finnish'), import('@orama/stopwords/finnish')],
  fr: () => [import('@orama/stemmers/french'), import('@orama/stopwords/french')],
  hu: () => [import('@orama/stemmers/hungarian'), import('@orama/stopwords/hungarian')],
  it: () => [import('@orama/stemmers/italian'), import('@orama/stopwords/italian')],
  nl: () => [import('@orama/stemmers/dutch'), import('@orama/stopwords/dutch')],
  no: () => [import('@orama/stemmers/norwegian'), import('@orama/stopwords/norwegian')],
  pt: () => [import('@orama/stemmers/portuguese'), import('@orama/stopwords/portuguese')],
  ro: () => [import('@orama/stemmers/romanian'), import('@orama/stopwords/romanian')],
  ru: () => [import('@orama/stemmers/russian'), import('@orama/stopwords/russian')],
  sv: () => [import('@orama/stemmers/swedish'), import('@orama/stopwords/swedish')],
  tr: () => [import('@orama/stemmers/turkish'), import('@orama/stopwords/turkish')],
  uk: () => [import('@orama/stemmers/ukrainian'), import('@orama/stopwords/ukrainian')],
};

/** Other names of languages that are known. */
const otherNames: Readonly<Record<string, string>> = { nb: 'no', nn: 'no' };

/** In a language that is not known words are compared as they are written, and none is a stop word. */
const anyLanguage: Language = { stem: (word) => word, stopWords: new Set() };

/** The language of a tag such as "en" or "de-CH". */
export async function languageOf(tag: string): Promise<Language> {
  const primary = tag.split('-')[0]!.toLowerCase();
  const parts = languages[otherNames[primary] ?? primary]?.();
  if (!parts) return anyLanguage;
  const [{ stemmer }, { stopwords }] = await Promise.all(parts);
  return { stem: remembering(stemmer), stopWords: new Set(stopwords.map(plain)) };
}

/** Most words of a text occur again; stems are remembered up to a number that fits into memory. */
function remembering(stem: (word: string) => string): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    let stemmed = known.get(word);
    if (stemmed === undefined) {
      stemmed = stem(word);
      if (known.size > 50_000) known.clear();
      known.set(word, stemmed);
    }
    return stemmed;
  };
}

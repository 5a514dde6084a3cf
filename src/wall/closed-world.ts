import type { PublicSite } from '#model/public-site.ts';
import { momentOf } from '#model/moment.ts';
import type { Language } from '#search/query/language.ts';
import { plain } from '#search/query/plain.ts';
import { tokensOf } from '#search/query/tokens.ts';
import { withoutMetadata } from '#leaks/image-metadata.ts';
import { canaryMark } from './chance.ts';
import { termsFolder } from '#search/query/index-files.ts';
import { termUnits } from './term-units.ts';
import { htmlUnits, textUnits, unescaped, type TextUnit } from './text-units.ts';

/** The files of a site, unpacked, by their paths. */
export type PublishedFiles = ReadonlyMap<string, Uint8Array>;

/** What the texts of a public site may come from. */
export interface KnownWorld {
  /** What a person has promoted. */
  site: PublicSite;
  /** The same site with nothing in it, and with made-up records: what comes from templates alone. */
  templates: readonly PublishedFiles[];
  language: Language;
}

/** A word that comes neither from the public records nor from a template. */
export interface Stranger {
  file: string;
  where: string;
  word: string;
}

export interface ClosedWorld {
  files: number;
  /** How many texts were looked at. */
  texts: number;
  strangers: Stranger[];
}

/** Looks at every text of a public site for words that nobody has promoted. */
export function closedWorld(published: PublishedFiles, known: KnownWorld): ClosedWorld {
  const words = knownWords(known);
  const names = new Set([...published.keys()].flatMap((path) => madeNames(path)));
  const isKnown = (word: string) => words.has(word) || names.has(word) || isSmall(word, known.site);
  const strangers: Stranger[] = [];
  let texts = 0;
  for (const [file, bytes] of published) {
    const units = [{ where: 'path', text: file }, ...unitsOf(published, file, bytes, known)];
    const isIndex = isIndexed.test(file);
    texts += units.length;
    for (const { where, text } of units) {
      if (isIndex && /^\d+$/.test(text)) continue; // where a word stands, and how often
      for (const word of wordsOf(text)) {
        if (isKnown(word) || (isIndex && words.hasStem(word))) continue;
        strangers.push({ file, where, word });
      }
    }
  }
  return { files: published.size, texts, strangers };
}

const isIndexed = /^(?:pagefind|terms)\//;

/** The texts of a file; none if a template alone has made it, or it is a promoted file. */
function unitsOf(
  published: PublishedFiles,
  file: string,
  bytes: Uint8Array,
  { site, templates }: KnownWorld,
): TextUnit[] {
  if (templates.some((tree) => isSame(tree.get(file), bytes))) return [];
  if (file.startsWith(termsFolder)) return termUnits(published, file);
  const units = textUnits(file, bytes);
  if (units) return site.files.some((path) => file.endsWith(path)) ? [] : units;
  if (site.files.some((path) => file.endsWith(path))) return [];
  const cleaned = withoutMetadata(bytes);
  if (cleaned && isSame(cleaned, bytes)) return []; // a picture drawn from what is public
  return [{ where: 'a file of a kind that cannot be read', text: 'unreadable' }];
}

function isSame(one: Uint8Array | undefined, other: Uint8Array): boolean {
  return one?.length === other.length && one.every((byte, index) => byte === other[index]);
}

/** What a template says only where there are more pages of a list than made-up records fill. */
const inLongLists = ['prev', 'next'];

/** Words with what tells whether a stem is one of theirs. */
interface Words {
  has: (word: string) => boolean;
  hasStem: (stem: string) => boolean;
}

function knownWords({ site, templates, language }: KnownWorld): Words {
  const promoted = promotedTexts(site);
  const fromTemplates = templates.flatMap((tree) =>
    [...tree].flatMap(([path, bytes]) => [
      path,
      ...templateUnits(tree, path, bytes).map(({ text }) => text),
    ]),
  );
  const texts = [...promoted, ...fromTemplates, ...dateWords(site), ...inLongLists];
  const words = new Set(texts.flatMap(wordsOf).filter((word) => !word.startsWith(canaryMark)));
  const terms = new Set(
    texts.flatMap((text) => tokensOf(text, language).flatMap(({ term, word }) => [term, word])),
  );
  const glued = compounds(promoted);
  const beginnings = new Set<string>();
  for (const word of words) {
    terms.add(word);
    for (let length = Math.max(2, word.length - 5); length < word.length; length += 1) {
      beginnings.add(word.slice(0, length));
    }
  }
  return {
    has: (word) => words.has(word),
    // A stemmer cuts an ending off, and may put one letter in its place.
    hasStem: (stem) =>
      terms.has(stem) ||
      [stem, stem.replace(/i$/, 'y'), ...(stem.length > 3 ? [stem.slice(0, -1)] : [])].some(
        (one) => beginnings.has(one) || glued.includes(one),
      ),
  };
}

/** Of an index only what its parts are called: all else in it is from made-up records. */
function templateUnits(tree: PublishedFiles, path: string, bytes: Uint8Array): TextUnit[] {
  if (!isIndexed.test(path)) return textUnits(path, bytes) ?? [];
  const units = path.startsWith(termsFolder) ? termUnits(tree, path) : textUnits(path, bytes);
  return (units ?? []).filter(({ where }) => where.startsWith('name in'));
}

/**
 * What is written without spaces, as the full-text index reads it: "pop-up" and addresses as one word, and
 * parts of SSLHandshakeException as words. With both of the forms that letters with marks have there.
 */
function compounds(texts: readonly string[]): string {
  const chunks = texts.flatMap((text) => text.normalize('NFKC').split(/\s+/));
  const found = chunks.filter((chunk) =>
    /[\p{L}\p{N}](?:[^\p{L}]|\p{Lu})+[\p{L}\p{N}]/u.test(chunk),
  );
  const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
  return [...new Set(found.flatMap((chunk) => [letters(chunk), letters(plain(chunk))]))].join(' ');
}

/** Every text of the projection; of HTML what a reader and what a parser sees. */
function promotedTexts(value: unknown): string[] {
  if (typeof value === 'string') {
    if (!value.includes('<')) return [value, unescaped(value)];
    const units = htmlUnits(value);
    const shown = units.filter(({ where }) => where === 'text').map(({ text }) => text);
    return [
      value,
      unescaped(value),
      ...units.map(({ text }) => text),
      shown.join(''),
      shown.join(' '),
    ];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...promotedTexts(inner)]);
}

/** Dates are published in words, and for machines in UTC: those of the projection, in its language. */
function dateWords({ language, timezone, articles }: PublicSite): string[] {
  const news = articles.flatMap(({ issue }) => issue?.updates?.map(({ at }) => at) ?? []);
  const days = articles.flatMap(({ reviewed, issue }) => [reviewed, issue?.since, ...news]);
  const times = days.flatMap((day) => (day === undefined ? [] : momentOf(day, timezone).start));
  const utc = times.map((time) => new Date(time).toISOString().replace('.000', ''));
  const written = days.map((day) => Date.parse(day?.slice(0, 10) ?? ''));
  return [
    ...utc,
    ...written.flatMap((time) => wordedDay(language, time, 'UTC')),
    // What was written with an offset is shown in the zone of the site, perhaps on another day.
    ...times.flatMap((time) => wordedDay(language, time, timezone)),
  ];
}

function wordedDay(language: string, time: number, timeZone: string): string[] {
  if (Number.isNaN(time)) return [];
  const parts = { weekday: 'short', day: 'numeric', year: 'numeric', timeZone } as const;
  return [
    new Intl.DateTimeFormat('sv-SE', { timeZone }).format(time), // 2026-03-14
    ...[language, 'en-GB'].flatMap((locale) =>
      (['long', 'short', 'numeric'] as const).map((month) =>
        new Intl.DateTimeFormat(locale, { ...parts, month }).format(time),
      ),
    ),
  ];
}

/** The words of a text, and each date as one: its numbers alone are those of other dates, too. */
function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKC').toLowerCase();
  return [...plain.matchAll(/[\p{L}\p{N}\p{M}]+/gu), ...plain.matchAll(dates)].map(
    ([word]) => word,
  );
}

/** 2026-03-14, "14 March 2026", "14. März 2026", "March 14, 2026". */
const dates =
  /(?<!\d)\d{4}-\d\d-\d\d(?!\d)|(?<![\p{L}\p{N}])(?:\d{1,2}\.? (?:de )?\p{L}{3,12}\.?(?: de)?|\p{L}{3,12}\.? \d{1,2},) \d{4}(?!\d)/gu;

/** Counts and positions, no larger than what there is to count. */
function isSmall(word: string, { articles, intakes }: PublicSite): boolean {
  return /^\d{1,6}$/.test(word) && Number(word) <= Math.max(100, articles.length + intakes.length);
}

/** Names that are digests of what the file holds, which is looked at itself; what stands before one is not. */
function madeNames(path: string): string[] {
  const digest = /^_astro\/[\w.@-]+\.([\w-]{8})\.\w+$/.exec(path)?.[1];
  if (digest) return wordsOf(digest);
  const made =
    /^pagefind\/(?:\d+\/)?(?:(?:fragment|index|filter)\/|pagefind\.)[a-z-]+_[0-9a-f]+\.pf_\w+$|^terms\/[0-9a-f]{10}\.gz$/;
  return made.test(path) ? wordsOf(path) : [];
}

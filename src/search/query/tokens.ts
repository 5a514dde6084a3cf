import type { Language } from './language.ts';
import { plain } from './plain.ts';

/**
 * A word of a text as the search compares it.
 *
 * A *code* is what has a digit, an underscore or an inner capital: `C2065`, `ERR_SSL_PROTOCOL_ERROR`,
 * `OutOfMemoryError`. A compound yields itself without what joins it, and then its pieces: "pop-up" is
 * "popup", "pop" and "up"; so ORA-00942, ora_00942 and "ORA 00942" find each other.
 */
export interface Token {
  /** As it is compared: the stem of a word; a code in lower case without what joins its pieces. */
  term: string;
  /** As it was written, in lower case and without marks. */
  word: string;
  kind: 'word' | 'stop' | 'code' | 'number';
  /** The place in the text, from the first character to after the last. */
  start: number;
  end: number;
  /** The token that it is a piece of. */
  whole?: Token;
}

/** Longer ones are addresses and keys: their pieces say enough. */
const longestWhole = 48;

/** The tokens of a text in their order, compounds before their pieces. */
export function tokensOf(text: string, language: Language): Token[] {
  const tokens: Token[] = [];
  for (const { 0: written, index } of text.matchAll(compound)) {
    if (isSegmented.test(written)) tokens.push(...segments(written, index, language));
    else addCompound(tokens, written, index, language);
  }
  return tokens;
}

const compound = /[\p{L}\p{N}\p{M}]+(?:[._/:\\@+&'’-]+[\p{L}\p{N}\p{M}]+)*(?:\+\+|#)?/gu;
const piece = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;
const isSegmented = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

function addCompound(tokens: Token[], written: string, start: number, language: Language): void {
  if (isVersion.test(written)) {
    tokens.push({
      term: written,
      word: written,
      kind: 'number',
      start,
      end: start + written.length,
    });
    return;
  }
  const pieces = [...written.matchAll(piece)].flatMap(({ 0: text, index }) =>
    humps(text, start + index),
  );
  if (pieces.length === 1 && pieces[0]!.text.length === written.length) {
    tokens.push(tokenOf(written, start, language));
    return;
  }
  const whole =
    written.length > longestWhole ? undefined : tokenOf(written, start, language, isNamed(written));
  if (whole) tokens.push(whole);
  for (const { text, at } of pieces) tokens.push({ ...tokenOf(text, at, language), whole });
}

/** A version, a day, a time, or both as logs have them. */
const isVersion = /^\d+(?:[.:/-]\d+)+(?:T\d+(?:[.:]\d+)*(?:Z|[+-]\d+(?::\d+)?)?)?$/;

/** Written as programs name things, even without a digit. */
function isNamed(written: string): boolean {
  return /[_+#]|\p{Ll}\p{Lu}|\p{Lu}[.:-]\p{Lu}/u.test(written);
}

function tokenOf(written: string, start: number, language: Language, isCode = false): Token {
  const word = plain(written).replaceAll(/[._/:\\@&-]/g, '');
  const place = { start, end: start + written.length };
  if (/^\p{N}+$/u.test(word)) return { term: word, word, kind: 'number', ...place };
  if (/\p{N}/u.test(word)) return { term: word, word, kind: 'code', ...place };
  const singular = /['’]s$/i.test(written) ? word.slice(0, -1) : word;
  const kind = isCode ? 'code' : language.stopWords.has(word) ? 'stop' : 'word';
  return { term: language.stem(singular), word, kind, ...place };
}

/** "OutOfMemoryError" has four pieces; "PostgreSQL" and "WiFi" have two. */
function humps(text: string, start: number): { text: string; at: number }[] {
  if (!/\p{Ll}\p{Lu}/u.test(text)) return [{ text, at: start }];
  return [...text.matchAll(/\p{Lu}*[^\p{Lu}]+|\p{Lu}+/gu)].map(({ 0: hump, index }) => ({
    text: hump,
    at: start + index,
  }));
}

/** Languages that do not put spaces between words. */
function segments(written: string, start: number, language: Language): Token[] {
  return [...segmenter.segment(written)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment, index }) => tokenOf(segment, start + index, language));
}

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

import type { Detector } from './leak.ts';

/** Telephone numbers of people: what is dialled, not what merely has as many digits. */
export const phoneNumbers: Detector = (text) =>
  [...text.matchAll(candidate)].flatMap(({ 0: found, index }) => {
    const before = text.slice(Math.max(0, index - 40), index);
    if (!isPhone(found, before) || isMadeUp(found)) return [];
    return [{ from: index, to: index + found.length, what: 'a telephone number' }];
  });

/** Digits with the signs between them that people write in a telephone number. */
const candidate =
  /(?<![\p{L}\p{N}#$€£_=.,:/-])\(?(?:\+|00)?\(?\d(?:[ ./-]{0,2}\(?\d\)?|\) ?\(?\d){6,16}(?![\p{L}\p{N}_%])(?![.,:/-]\d)/gu;

function isPhone(found: string, before: string): boolean {
  const digits = digitsOf(found);
  if (digits.length < 7 || digits.length > 15 || looksLikeOther(found)) return false;
  if (/^\(?\+|^00[1-9]/.test(found)) return digits.length >= 9 && hasOneStyle(found);
  if (isAfterWord.test(before)) return hasOneStyle(found);
  if (northAmerican.test(found)) return true;
  return national.test(found) && digits.length >= 10 && digits.length <= 11;
}

const isAfterWord =
  /(?:\btel(?:ephone|\.)?|\bphone|\bmobile|\bcell|\bfax|\bdial|\bcall(?: (?:me|us|her|him|them))?(?: (?:on|at))?|\bwhatsapp|\bhotline|\bringing|\bTelefon|\bHandy|\bMobil|\bDurchwahl|\bext\.?)(?: (?:number|no\.?|nr\.?))?(?: (?:is|on|at))?\s?[:=]?\s?["'(<]?$/i;

/** (415) 663-2671, 415-663-2671, 415.663.2671, with or without a 1 in front. */
const northAmerican = /^(?:1[ .-])?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}([.-]))[2-9]\d{2}(?:\1|-)\d{4}$/;

/** 0664 123 45 67, 020 7946 0018, 01 23 45 67 89: a zero, then groups. */
const national = /^\(?0[1-9]\d{0,4}\)?(?:[ /-]\d{2,8}){1,4}$/;

/** Dates, times, versions, amounts, ranges and card numbers have as many digits. */
function looksLikeOther(found: string): boolean {
  if (/^(?:19|20)\d\d[ ./-]?[01]\d[ ./-]?[0-3]\d/.test(found)) return true;
  if (/^[0-3]?\d[./-][0-3]?\d[./-](?:19|20)?\d\d(?:\D|$)/.test(found)) return true;
  if (/^\d{1,3}(?:\.\d{1,3}){2,3}(?:\D|$)/.test(found) && !northAmerican.test(found)) return true;
  return /^\d{4}([ -])\d{4}\1\d{4}\1\d{3,4}$/.test(found);
}

/** Written in one style: a telephone number is not separated now by dots, now by slashes. */
function hasOneStyle(found: string): boolean {
  const signs = new Set(found.replaceAll(/\(0\)|[\d+() ]/g, ''));
  return signs.size <= 1;
}

/** Numbers that nobody has: kept free for fiction, counted up, one digit all over, or free to call. */
function isMadeUp(found: string): boolean {
  const digits = digitsOf(found);
  const national = digits.replace(/^1(?=[2-9]\d{9}$)/, '');
  if (/^[2-9]\d{2}555\d{4}$/.test(national)) return true;
  if (/^(?:8(?:00|33|44|55|66|77|88))[2-9]\d{6}$/.test(national)) return true;
  if (/^(?:44|0)(?:20794600|1[16]14960|77009000|800)/.test(digits)) return true;
  if (/(\d)\1{5}/.test(digits)) return true;
  return /123456|234567|345678|456789|987654|876543|765432/.test(digits);
}

export function digitsOf(text: string): string {
  return text.replaceAll(/\(0\)|\D/g, '');
}

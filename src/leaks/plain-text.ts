/**
 * A text as a reader sees it, for patterns to look at, with the way back to what was written: what
 * does not show is left out, and what was escaped is written out.
 */
export interface PlainText {
  text: string;
  /** The stretch of the original text that a stretch of the plain one stands for. */
  written: (from: number, to: number) => readonly [from: number, to: number];
}

export function plainText(written: string): PlainText {
  if (!needsWork.test(written)) return { text: written, written: (from, to) => [from, to] };
  let plain = rewritten(original(written));
  // What is escaped twice, as %2540 or &amp;#64; is, takes a second round.
  if (/[&%]/.test(plain.text)) plain = rewritten(plain);
  const { text, starts, ends } = plain;
  return {
    text,
    written: (from, to) => [starts[from] ?? written.length, ends[to - 1] ?? written.length],
  };
}

interface Mapped {
  text: string;
  /** For each code unit, where what it stands for begins and ends in the original. */
  starts: ArrayLike<number>;
  ends: ArrayLike<number>;
}

/** Characters that are not seen: zero-width ones, soft hyphens, direction marks, variation selectors, tags. */
const unseen =
  '[\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0]|\\udb40[\\udc00-\\udfff]';
const entity = '&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});';
const percent = '(?:%[0-9a-fA-F]{2})+';
const escape = '\\\\[!-/:-@[-`{-~]';
const emphasis = '\\*\\*|(?<=[A-Za-z0-9])\\*(?=[A-Za-z0-9@.])|`';
/** What a comment says is read, since pages show it; an empty one parts nothing. */
const comment = '<!--\\s{0,9}-->';
/** Wide and other look-alike forms of letters and digits. */
const compatible =
  '[\\u2000-\\u200a\\u202f\\u205f\\u3000\\u00a0\\u2024\\u2025\\uff01-\\uff5e\\ufe52\\ufe6b]|\\ud835[\\udc00-\\udfff]';

const needsWork = /[&%\\*`<\u0080-\uffff]/;
const piece = new RegExp(
  [unseen, entity, percent, escape, emphasis, comment, compatible].join('|'),
  'g',
);

function original(text: string): Mapped {
  const starts = new Uint32Array(text.length);
  const ends = new Uint32Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    starts[index] = index;
    ends[index] = index + 1;
  }
  return { text, starts, ends };
}

function rewritten({ text, starts, ends }: Mapped): Mapped {
  const next = { text: '', starts: [] as number[], ends: [] as number[] };
  let at = 0;
  const keep = (to: number) => {
    next.text += text.slice(at, to);
    for (let index = at; index < to; index += 1) {
      next.starts.push(starts[index] ?? 0);
      next.ends.push(ends[index] ?? 0);
    }
  };
  for (const { 0: found, index } of text.matchAll(piece)) {
    keep(index);
    at = index + found.length;
    const shown = shownAs(found);
    next.text += shown;
    for (let unit = 0; unit < shown.length; unit += 1) {
      next.starts.push(starts[index] ?? 0);
      next.ends.push(ends[at - 1] ?? 0);
    }
  }
  keep(text.length);
  return next;
}

function shownAs(found: string): string {
  if (found.startsWith('&')) return entityText(found);
  if (found.startsWith('%')) return percentText(found);
  if (found.startsWith('\\')) return found.slice(1);
  if (found.startsWith('<!--') || found.startsWith('*') || found === '`') return '';
  return isUnseen.test(found) ? '' : found.normalize('NFKC');
}

const isUnseen = new RegExp(`^(?:${unseen})$`);

function percentText(found: string): string {
  try {
    return decodeURIComponent(found);
  } catch {
    return found;
  }
}

/** Those that stand for a character in which an address, a number or a token could be hidden. */
const named: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  bsol: '\\',
  colon: ':',
  comma: ',',
  commat: '@',
  dash: '-',
  equals: '=',
  gt: '>',
  hyphen: '-',
  lowbar: '_',
  lpar: '(',
  lt: '<',
  nbsp: ' ',
  num: '#',
  percnt: '%',
  period: '.',
  plus: '+',
  quot: '"',
  rpar: ')',
  shy: '',
  sol: '/',
  zwj: '',
  zwnj: '',
};

function entityText(found: string): string {
  const name = found.slice(1, -1);
  if (!name.startsWith('#')) return named[name] ?? named[name.toLowerCase()] ?? found;
  const isHex = /^#x/i.test(name);
  const code = Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10);
  if (!(code >= 0x20 && code <= 0x10ffff)) return found;
  const character = String.fromCodePoint(code);
  return isUnseen.test(character) ? '' : character;
}

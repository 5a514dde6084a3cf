/* Where the values of a piece of YAML end, as far as that can be seen without parsing it. */

/** The offset of the quote that closes the one at `from`, before `limit`. */
export function quoteEnd(text: string, from: number, limit: number): number | undefined {
  const quote = text[from];
  for (let at = from + 1; at < limit; at += 1) {
    if (quote === '"' && text[at] === '\\') at += 1;
    else if (text[at] === quote && quote === "'" && text[at + 1] === quote) at += 1;
    else if (text[at] === quote) return at;
  }
  return undefined;
}

/** The offset of the bracket that closes the one at `from`, before `limit`. */
export function flowEnd(text: string, from: number, limit: number): number | undefined {
  let depth = 0;
  for (let at = from; at < limit; at += 1) {
    const character = text[at]!;
    if (isQuoteStart(text, at)) {
      at = quoteEnd(text, at, limit) ?? limit;
    } else if ('[{'.includes(character)) {
      depth += 1;
    } else if (']}'.includes(character)) {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return undefined;
}

/** An apostrophe inside a word opens no quote. */
function isQuoteStart(text: string, at: number): boolean {
  return /["']/.test(text[at]!) && /[\s[{,:]/.test(text[at - 1] ?? ' ');
}

/** The offset of the first backslash between two double quotes that starts no escape of YAML. */
export function invalidEscape(text: string, from: number, end: number): number | undefined {
  for (let at = from + 1; at < end; at += 1) {
    if (text[at] !== '\\') continue;
    if (!escape.test(text.slice(at + 1, Math.min(at + 10, end)))) return at;
    at += 1;
  }
  return undefined;
}

const escape = /^(?:[0abtnvfre "/\\N_LP\t\n]|x[\da-f]{2}|u[\da-f]{4}|U[\da-f]{8})/i;

/** A plain value without the comment behind it. */
export function withoutComment(value: string): string {
  return value.replace(/(^|[ \t])#.*$/, '').trimEnd();
}

/** Which quotes keep a text as it is: the ones that it does not hold itself. */
export function quotingAdvice(value: string): string {
  const holdsDouble = value.includes('"');
  const holdsSingle = value.includes("'");
  if (holdsDouble && holdsSingle) {
    return 'Write the value on an indented line of its own below "key: |".';
  }
  return holdsDouble || value.includes('\\')
    ? 'Put single quotes around the whole value.'
    : 'Put double quotes around the whole value.';
}

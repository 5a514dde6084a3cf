/**
 * What somebody has typed, as Markdown that shows these characters and does nothing: words as a
 * quotation, and what could be taken for markup as a block of code.
 */
export function quotedMarkdown(text: string): string {
  const lines = text.split('\n');
  if (!mayBeMarkup.test(text)) return lines.map((line) => `> ${line}`.trimEnd()).join('\n');
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}

/** The same within a line, for a name or a question. */
export function codeSpan(text: string): string {
  const line = text.replaceAll(/[\s`]+/g, ' ').trim();
  return `\`${line}\``;
}

/** The characters of markup, addresses, and what begins a block at the start of a line. */
const mayBeMarkup = /[<>&*_`#[\]|~\\$@]|:\/\/|www\.|^\s*(?:[-+=]|\d+[.)])|^(?: {4}|\t)|\n\n\n/m;

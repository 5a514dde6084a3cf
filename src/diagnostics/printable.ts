/* Text from a record on its way to a terminal or a log. */

/** Control, bidirectional and invisible characters: what a terminal acts on or does not show. */
export const unprintable =
  // eslint-disable-next-line no-control-regex -- these are the characters that are made visible
  /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** The text with every control, bidirectional and invisible character written as an escape. */
export function printable(text: string): string {
  return text.replace(unprintable, (character) => {
    const code = character.charCodeAt(0).toString(16);
    return code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u${code.padStart(4, '0')}`;
  });
}

/** A short name in backquotes, made printable and cut to 60 characters. */
export function quoted(name: string): string {
  const shown = printable(name);
  return `\`${shown.length > 60 ? `${shown.slice(0, 59)}…` : shown}\``;
}

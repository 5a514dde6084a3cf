import { unprintable } from '#diagnostics/printable.ts';

/** JSON that a terminal can bear: what JSON leaves raw, but a terminal acts on, is escaped as well. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return `${text.replaceAll(unprintable, escaped)}\n`;
}

function escaped(character: string): string {
  if (character === '\n') return character; // between the lines; inside a text JSON has escaped it
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

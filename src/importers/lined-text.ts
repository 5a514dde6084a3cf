/** A text, with the line of the source that each of its lines came from. */
export interface LinedText {
  text: string;
  lines: readonly number[];
}

/** Replaces what stands from one offset up to, not including, another. */
export interface Edit {
  from: number;
  to: number;
  text: string;
}

/** A text as it stands in its file from the given line on. */
export function linedText(text: string, firstLine: number): LinedText {
  return { text, lines: text.split('\n').map((_, index) => firstLine + index) };
}

/** The line of the source at an offset. */
export function lineAt({ text, lines }: LinedText, offset: number): number {
  return lines[newlines(text.slice(0, offset))] ?? lines.at(-1) ?? 1;
}

/** The text with all edits made. Of two that overlap, the one that starts first is made. */
export function edited(source: LinedText, edits: readonly Edit[]): LinedText {
  const parts: LinedText[] = [];
  let position = 0;
  for (const edit of [...edits].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (edit.from < position) continue;
    parts.push(sliced(source, position, edit.from));
    const line = lineAt(source, edit.from);
    parts.push({ text: edit.text, lines: edit.text.split('\n').map(() => line) });
    position = edit.to;
  }
  return parts.length === 0 ? source : joined([...parts, sliced(source, position)]);
}

export function sliced(source: LinedText, from: number, to = source.text.length): LinedText {
  const text = source.text.slice(from, to);
  const first = newlines(source.text.slice(0, from));
  return { text, lines: source.lines.slice(first, first + newlines(text) + 1) };
}

/** The parts one behind the other. A line that two parts share keeps the number of its beginning. */
export function joined(parts: readonly LinedText[]): LinedText {
  const lines: number[] = [];
  let text = '';
  for (const part of parts) {
    if (part.text === '') continue;
    const isNewLine = text === '' || text.endsWith('\n');
    if (isNewLine && text !== '') lines.pop();
    lines.push(...(isNewLine ? part.lines : part.lines.slice(1)));
    text += part.text;
  }
  return text === '' ? { text, lines: [parts[0]?.lines[0] ?? 1] } : { text, lines };
}

function newlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

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
export function lineAt(source: LinedText, offset: number): number {
  return source.lines[lineIndex(source, offset)] ?? source.lines.at(-1) ?? 1;
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
  const lines = source.lines.slice(lineIndex(source, from), lineIndex(source, to) + 1);
  return { text: source.text.slice(from, to), lines };
}

/** The parts one behind the other. A line that two parts share keeps the number of its beginning. */
function joined(parts: readonly LinedText[]): LinedText {
  const lines: number[] = [];
  const texts: string[] = [];
  let isNewLine = true;
  for (const { text, lines: own } of parts) {
    if (text === '') continue;
    if (isNewLine && texts.length > 0) lines.pop();
    for (let index = isNewLine ? 0 : 1; index < own.length; index += 1) lines.push(own[index]!);
    texts.push(text);
    isNewLine = text.endsWith('\n');
  }
  return texts.length > 0
    ? { text: texts.join(''), lines }
    : { text: '', lines: [parts[0]?.lines[0] ?? 1] };
}

/** Offsets at which the lines of a text start, found once for each. */
const starts = new WeakMap<LinedText, number[]>();

/** The number of line ends before an offset. */
function lineIndex(source: LinedText, offset: number): number {
  const known = starts.get(source) ?? startsOf(source.text);
  starts.set(source, known);
  let low = 0;
  let high = known.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (known[middle]! <= offset) low = middle;
    else high = middle;
  }
  return low;
}

function startsOf(text: string): number[] {
  const found = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) found.push(at + 1);
  return found;
}

import { printable } from '#diagnostics/printable.ts';
import { decode } from '#parse/decode.ts';

/** A place in a source that cannot be read, or was read with a change. */
export interface SourceProblem {
  line: number;
  message: string;
  hint: string;
}

/**
 * The text of a source file. It may have what records may not: other line ends, and control
 * characters, which become visible escapes. What is no UTF-8 text is a problem.
 */
export function sourceText(
  bytes: Uint8Array,
): { text: string; changes: SourceProblem[] } | { problem: SourceProblem } {
  const decoded = decode(bytes);
  if ('text' in decoded) return { text: decoded.text, changes: [] };
  const { code, message, hint, before } = decoded.problem;
  const isText = code === 'file-line-ends' || code === 'file-control-character';
  if (!isText || bytes.includes(0)) {
    return { problem: { line: before.split('\n').length, message, hint } };
  }
  return withoutControls(new TextDecoder().decode(bytes).replaceAll(/\r\n?/g, '\n'));
}

function withoutControls(text: string): { text: string; changes: SourceProblem[] } {
  const changes: SourceProblem[] = [];
  const lines = text.split('\n').map((line, index) => {
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    const clean = line.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, printable);
    if (clean !== line) {
      const message = 'a control character';
      changes.push({ line: index + 1, message, hint: 'it is written as a visible escape now' });
    }
    return clean;
  });
  return { text: lines.join('\n'), changes };
}

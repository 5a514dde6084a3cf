import type { Code } from '#diagnostics/catalogue.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';

export const maxHeaderBytes = 65_536;
export const maxBodyBytes = 1_048_576;
/** The front matter, the body, and the fences with a byte order mark and CRLF. */
export const maxFileBytes = maxHeaderBytes + maxBodyBytes + 16;

export type Decoded = { text: string } | { problem: DecodeProblem };

export interface DecodeProblem {
  code: Code;
  message: string;
  hint: string;
  /** What could be read before the problem. */
  before: string;
}

/** Shows the problem where it starts in the file. */
export function decodeDiagnostic(file: string, problem: DecodeProblem): Diagnostic {
  const { code, message, hint, before } = problem;
  const lines = before.split('\n');
  const line = lines.length;
  const column = (lines.at(-1) ?? '').length + 1;
  const range = { line, column, end_line: line, end_column: column };
  return { code, severity: 'error', file, ...range, message, hint };
}

/**
 * The text of a file: strict UTF-8, one byte order mark at most, lines that end in LF or CRLF (CRLF
 * becomes LF), no control characters but the tab.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length > maxFileBytes) return tooLarge;
  if (isUtf16(bytes)) return notUtf8('The file is UTF-16.', '', 'Save the file as UTF-8.');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const before = validStart(bytes);
    return bytes.includes(0)
      ? notUtf8('The file is binary.', before, keepBinary)
      : notUtf8('The bytes here are not valid UTF-8.', before);
  }
  return checked((text.startsWith('\ufeff') ? text.slice(1) : text).replaceAll('\r\n', '\n'));
}

function checked(text: string): Decoded {
  if (text.trim() === '') return { problem: emptyFile };
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  const control = /[\u0000-\u0008\u000b-\u001f\u007f]/.exec(text);
  if (!control) return { text };
  const before = text.slice(0, control.index);
  return {
    problem: control[0] === '\r' ? bareReturn(before) : controlCharacter(control[0], before),
  };
}

const emptyFile: DecodeProblem = {
  code: 'file-empty',
  message: 'The file is empty.',
  hint: 'Write it, or delete it; "fixlore new incident" writes the first version of a record.',
  before: '',
};

function bareReturn(before: string): DecodeProblem {
  return {
    code: 'file-line-ends',
    message: 'A line ends in a carriage return alone; expected LF or CRLF.',
    hint: 'Save the file with LF line ends.',
    before,
  };
}

function controlCharacter(character: string, before: string): DecodeProblem {
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return {
    code: 'file-control-character',
    message: `The file holds the control character U+${code}; expected plain text.`,
    hint:
      code === '0000'
        ? keepBinary
        : 'Remove it; colour codes of a pasted log are the usual origin.',
    before,
  };
}

const tooLarge: Decoded = {
  problem: {
    code: 'file-too-large',
    message: 'The file is too large; expected at most 64 KiB of front matter and 1 MiB of body.',
    hint: 'Keep logs as evidence files beside the record and name them in `evidence`.',
    before: '',
  },
};

const keepBinary = 'Keep a binary file beside the record, under its own ending.';
const saveAsUtf8 = 'Save the file as UTF-8; an older editor may have used Windows-1252 or Latin-1.';

function notUtf8(what: string, before: string, hint = saveAsUtf8): Decoded {
  return {
    problem: {
      code: 'file-encoding',
      message: `${what} Expected UTF-8 text.`,
      hint,
      before,
    },
  };
}

/** By its byte order mark; without one, by the zeros in a first line that is `---`. */
function isUtf16(bytes: Uint8Array): boolean {
  const start = [...bytes.subarray(0, 4)].join(' ');
  return /^(?:255 254|254 255|45 0 45 0|0 45 0 45)/.test(start);
}

/** The text before the first bytes that are not valid UTF-8, found by halving. */
function validStart(bytes: Uint8Array): string {
  let valid = 0;
  let invalid = bytes.length + 1;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (startOf(bytes, middle) === undefined) invalid = middle;
    else valid = middle;
  }
  return startOf(bytes, valid) ?? '';
}

/** The first bytes as text without a character that is not complete; undefined if they are none. */
function startOf(bytes: Uint8Array, length: number): string | undefined {
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    return decoder.decode(bytes.subarray(0, length), { stream: true });
  } catch {
    return undefined;
  }
}

import type { SeverityLevel } from '#diagnostics/diagnostic.ts';

/** Puts colour around a text, or does not. */
export interface Paint {
  bold: (text: string) => string;
  dim: (text: string) => string;
  green: (text: string) => string;
  severity: (severity: SeverityLevel, text: string) => string;
}

export const plain: Paint = {
  bold: (text) => text,
  dim: (text) => text,
  green: (text) => text,
  severity: (_, text) => text,
};

export const coloured: Paint = {
  bold: (text) => wrap(1, 22, text),
  dim: (text) => wrap(2, 22, text),
  green: (text) => wrap(32, 39, text),
  severity: (severity, text) => wrap({ error: 31, warning: 33, info: 36 }[severity], 39, text),
};

function wrap(on: number, off: number, text: string): string {
  return `\u001b[${on}m${text}\u001b[${off}m`;
}

import type { Io } from '#io/io.ts';
import { coloured, plain, type Paint } from '#report/paint.ts';

/** Colour on a terminal, and never with NO_COLOR. */
export function paintFor({ isTerminal, env }: Io): Paint {
  return isTerminal && !env['NO_COLOR'] ? coloured : plain;
}

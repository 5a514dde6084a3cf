/* How much a packet may hold: the page keeps to it, and what comes in is held to it. */

/** In characters: a log of some hundred lines. */
export const longestAnswer = 20_000;
export const longestName = 255;
export const mostAnswers = 100;
export const mostFiles = 20;
/** In bytes of the whole file. */
export const largestPacket = 256 * 1024;

/**
 * Somebody's text as a record may hold it: without control characters, and without those that change
 * the direction of what stands around them. Everything that can be seen stays.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(colourCode, '')
    .replaceAll(unfit, '')
    .trim();
}

// eslint-disable-next-line no-control-regex -- what a terminal has left in a pasted log
const colourCode = /\u001b\[[\d;]*[A-Za-z]/g;
const unfit =
  // eslint-disable-next-line no-control-regex -- these are the characters that no record may hold
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff]/g;

/**
 * A picture without what a camera or a program wrote into it: place, time, names, thumbnails of what
 * was cut off. The pixels stay as they are, byte for byte, and so does what is needed to show them:
 * colours, animation, and which side is up. What a browser still shows of a damaged or cut file loses
 * it, too. A format that is not known, or a file that shows nothing, stays as it is: `undefined`.
 */
export function withoutMetadata(bytes: Uint8Array): Uint8Array | undefined {
  const parts = jpegParts(bytes) ?? pngParts(bytes) ?? webpParts(bytes) ?? gifParts(bytes);
  return parts && joined(parts);
}

/* JPEG: segments up to the first scan, each with a marker and a length. */

function jpegParts(bytes: Uint8Array): Uint8Array[] | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  const parts = [bytes.subarray(0, 2)];
  let hasScan = false;
  let at = 2;
  while (at + 2 <= bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff || marker === 0xff || marker === 0) {
      at += 1; // a filler, or what browsers skip
      continue;
    }
    // Behind the end phones put further pictures and films.
    if (marker === 0xd9) return [...parts, bytes.subarray(at, at + 2)];
    const length = at + 2 + number(bytes, at + 2, 2);
    const end = marker === 0xda ? endOfScan(bytes, length) : length;
    if (end > bytes.length) break;
    hasScan ||= marker === 0xda;
    parts.push(...keptOf(marker, bytes.subarray(at, end)));
    at = end;
  }
  return hasScan ? parts : undefined;
}

function keptOf(marker: number, segment: Uint8Array): Uint8Array[] {
  if (marker !== 0xe1) return isNeededSegment(marker, segment) ? [segment] : [];
  const side = orientationOf(segment);
  return side !== undefined && side !== 1 ? [orientationSegment(side)] : [];
}

/** JFIF, the colour profile and Adobe's colour transform stay; other application data and comments go. */
function isNeededSegment(marker: number, segment: Uint8Array): boolean {
  if (marker === 0xfe) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  if (marker === 0xe2) return text(segment, 4, 11) === 'ICC_PROFILE';
  return marker === 0xe0 ? text(segment, 4, 4) === 'JFIF' : marker === 0xee;
}

/** The next marker that is neither an escaped byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7))
      return at;
  }
  return bytes.length;
}

/** The side that is up, 1 to 8, in EXIF data; undefined if it does not say. */
function orientationOf(segment: Uint8Array): number | undefined {
  if (text(segment, 4, 4) !== 'Exif') return undefined;
  const tiff = segment.subarray(10);
  const isLittle = text(tiff, 0, 2) === 'II';
  const first = number(tiff, 4, 4, isLittle);
  const count = number(tiff, first, 2, isLittle);
  for (let index = 0; index < Math.min(count, 200); index += 1) {
    const entry = first + 2 + index * 12;
    if (number(tiff, entry, 2, isLittle) !== 0x112) continue;
    const side = number(tiff, entry + 8, 2, isLittle);
    return side >= 1 && side <= 8 ? side : undefined;
  }
  return undefined;
}

/** EXIF data that says which side is up, and nothing else. */
function orientationSegment(side: number): Uint8Array {
  return Uint8Array.from([
    ...[0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0],
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1],
    ...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, side, 0, 0, 0, 0, 0, 0],
  ]);
}

/* PNG: chunks with a length, a type and a checksum. */

const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const neededChunks = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP'],
  ...['sBIT', 'bKGD', 'pHYs', 'hIST', 'acTL', 'fcTL', 'fdAT', 'mDCV', 'cLLI'],
]);

function pngParts(bytes: Uint8Array): Uint8Array[] | undefined {
  if (png.some((byte, index) => bytes[index] !== byte)) return undefined;
  const parts = [bytes.subarray(0, 8)];
  let hasPixels = false;
  let at = 8;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + number(bytes, at, 4);
    const type = text(bytes, at + 4, 4);
    if (type === 'IDAT') hasPixels = true;
    if (neededChunks.has(type)) parts.push(bytes.subarray(at, end));
    if (type === 'IEND') return parts;
    at = end;
  }
  return hasPixels ? parts : undefined;
}

/* WebP: chunks of even length in a RIFF file; a flag of the first one says which others there are. */

const neededWebp = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);

function webpParts(bytes: Uint8Array): Uint8Array[] | undefined {
  if (text(bytes, 0, 4) !== 'RIFF' || text(bytes, 8, 4) !== 'WEBP') return undefined;
  const chunks: Uint8Array[] = [];
  let at = 12;
  while (at + 8 <= bytes.length) {
    const size = number(bytes, at + 4, 4, true);
    const end = at + 8 + size + (size % 2);
    const type = text(bytes, at, 4);
    if (type === 'VP8X') chunks.push(withoutFlags(bytes.subarray(at, end)));
    else if (neededWebp.has(type)) chunks.push(bytes.subarray(at, end));
    at = end;
  }
  if (!chunks.some((chunk) => /^(?:VP8 |VP8L|ANMF)$/.test(text(chunk, 0, 4)))) return undefined;
  const length = 4 + chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  const header = Uint8Array.from(bytes.subarray(0, 12));
  new DataView(header.buffer).setUint32(4, length, true);
  return [header, ...chunks];
}

/** Says that there is neither EXIF nor XMP. */
function withoutFlags(chunk: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(chunk);
  copy[8] = (copy[8] ?? 0) & ~0b1100;
  return copy;
}

/* GIF: blocks; comments, plain text and what programs add go, the number of turns stays. */

function gifParts(bytes: Uint8Array): Uint8Array[] | undefined {
  if (!/^GIF8[79]a$/.test(text(bytes, 0, 6))) return undefined;
  let at = 13 + colourTable(bytes[10] ?? 0);
  const parts = [bytes.subarray(0, at)];
  let hasFrame = false;
  while (at < bytes.length) {
    const from = at;
    const kind = bytes[at];
    if (kind === 0x3b) return [...parts, bytes.subarray(at, at + 1)];
    if (kind === 0x2c) at = endOfBlocks(bytes, at + 11 + colourTable(bytes[at + 9] ?? 0));
    else if (kind === 0x21) at = endOfBlocks(bytes, at + 2);
    else break;
    const isLoop = ['NETSCAPE2.0', 'ANIMEXTS1.0'].includes(text(bytes, from + 3, 11));
    const isNeeded =
      kind === 0x2c || bytes[from + 1] === 0xf9 || (bytes[from + 1] === 0xff && isLoop);
    if (isNeeded) parts.push(bytes.subarray(from, at));
    hasFrame ||= kind === 0x2c;
  }
  return hasFrame ? parts : undefined;
}

function colourTable(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

function endOfBlocks(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 0) at += 1 + (bytes[at] ?? 0);
  return at + 1;
}

function number(bytes: Uint8Array, at: number, count: number, isLittle = false): number {
  let value = 0;
  for (let index = 0; index < count; index += 1) {
    value = value * 256 + (bytes[isLittle ? at + count - 1 - index : at + index] ?? 0);
  }
  return value;
}

function text(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

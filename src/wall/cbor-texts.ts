/** The texts in CBOR (RFC 8949), as the full-text index packs its files, behind its signature. */
export function cborTexts(bytes: Uint8Array): string[] {
  const texts: string[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const signature = new TextDecoder().decode(bytes.subarray(0, 12));
  let at = signature === 'pagefind_dcd' ? 12 : 0;
  const length = (short: number): number => {
    if (short < 24) return short;
    const size = 2 ** (short - 24);
    if (short > 27) throw new Error('The length of an item in the search index is not known');
    const value =
      size === 8
        ? Number(view.getBigUint64(at))
        : size === 4
          ? view.getUint32(at)
          : size === 2
            ? view.getUint16(at)
            : view.getUint8(at);
    at += size;
    return value;
  };
  const item = (): void => {
    const first = view.getUint8(at);
    at += 1;
    const major = first >> 5;
    const short = first & 31;
    if (major === 7) {
      if (short >= 24) at += 2 ** (short - 24);
      return;
    }
    const count = length(short);
    if (major === 2 || major === 3) {
      if (major === 3) texts.push(new TextDecoder().decode(bytes.subarray(at, at + count)));
      at += count;
    }
    // A list, a map of names to values, a tagged item.
    const inside = { 4: count, 5: count * 2, 6: 1 }[major] ?? 0;
    for (let index = 0; index < inside; index += 1) item();
  };
  while (at < bytes.length) item();
  return texts;
}

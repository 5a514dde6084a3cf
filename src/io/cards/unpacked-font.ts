import { inflateSync } from 'node:zlib';

/**
 * The font in a WOFF file as the bare font that the text layout takes: its tables unpacked, and in front
 * of them the directory that says where each begins. See https://www.w3.org/TR/WOFF/.
 */
export function unpackedFont(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const entries = Array.from({ length: count }, (_, index) => entryAt(woff, 44 + index * 20));
  const largest = 2 ** Math.floor(Math.log2(count));
  const directory = Buffer.alloc(12 + count * 16);
  woff.copy(directory, 0, 4, 8); // the flavour
  directory.writeUInt16BE(count, 4);
  directory.writeUInt16BE(largest * 16, 6);
  directory.writeUInt16BE(Math.log2(largest), 8);
  directory.writeUInt16BE((count - largest) * 16, 10);
  const parts: Buffer[] = [directory];
  let at = directory.length;
  for (const [index, { tag, table, checksum }] of entries.entries()) {
    const place = 12 + index * 16;
    tag.copy(directory, place);
    directory.writeUInt32BE(checksum, place + 4);
    directory.writeUInt32BE(at, place + 8);
    directory.writeUInt32BE(table.length, place + 12);
    const padding = Buffer.alloc((4 - (table.length % 4)) % 4);
    parts.push(table, padding);
    at += table.length + padding.length;
  }
  return Buffer.concat(parts);
}

function entryAt(woff: Buffer, at: number) {
  const [offset, packed, length, checksum] = [4, 8, 12, 16].map((field) =>
    woff.readUInt32BE(at + field),
  ) as [number, number, number, number];
  const bytes = woff.subarray(offset, offset + packed);
  return {
    tag: woff.subarray(at, at + 4),
    table: packed < length ? inflateSync(bytes) : bytes,
    checksum,
  };
}

import { describe, expect, it } from 'vitest';
import { withoutMetadata } from '#leaks/image-metadata.ts';

/* Pictures put together from their parts, so that it is known what has to stay. */

const latin = (text: string) => Buffer.from(text, 'latin1');
const secret = 'GPS 48.2 N, Dana Whitfield';

function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

/** EXIF with the side that is up, and a place. */
function exif(side: number, order: 'II' | 'MM'): Buffer {
  const entry = Buffer.alloc(20 + 6);
  const write = (value: number, at: number, bytes: number) =>
    order === 'II' ? entry.writeUIntLE(value, at, bytes) : entry.writeUIntBE(value, at, bytes);
  entry.write(order, 0, 'latin1');
  write(42, 2, 2);
  write(8, 4, 4);
  write(1, 8, 2);
  write(0x112, 10, 2);
  write(3, 12, 2);
  write(1, 14, 4);
  write(side, 18, 2);
  return segment(0xe1, Buffer.concat([latin('Exif\0\0'), entry, latin(secret)]));
}

const jfif = segment(0xe0, latin('JFIF\0\x01\x02\0\0\x01\0\x01\0\0'));
const profile = segment(0xe2, latin('ICC_PROFILE\0\x01\x01colours'));
const table = segment(0xdb, latin('\xff\xd9 tables may hold any byte'));
const scan = Buffer.concat([segment(0xda, latin('scan')), latin('\x12\xff\x00\x34\xff\xd0\x56')]);
const start = Buffer.from([0xff, 0xd8]);
const end = Buffer.from([0xff, 0xd9]);

function chunk(type: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  return Buffer.concat([length, latin(type), content, latin('crc!')]);
}

function riff(chunks: [type: string, content: Buffer][]): Buffer {
  const parts = chunks.map(([type, content]) => {
    const size = Buffer.alloc(4);
    size.writeUInt32LE(content.length);
    return Buffer.concat([latin(type), size, content, Buffer.alloc(content.length % 2)]);
  });
  const body = Buffer.concat([latin('WEBP'), ...parts]);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(body.length);
  return Buffer.concat([latin('RIFF'), size, body]);
}

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

describe('a picture is published without what a camera wrote into it', () => {
  it('JPEG: keeps colours, tables, scans and which side is up', () => {
    const extra = [
      segment(0xe1, latin(`http://ns.adobe.com/xap ${secret}`)),
      segment(0xfe, latin(secret)),
    ];
    const written = [
      start,
      jfif,
      exif(6, 'II'),
      ...extra,
      profile,
      segment(0xed, latin(secret)),
      table,
    ];
    const cleaned = Buffer.from(
      withoutMetadata(Buffer.concat([...written, scan, table, scan, end, latin(secret)]))!,
    );
    expect(cleaned.includes('Dana')).toBe(false);
    const [head, tail] = [
      Buffer.concat([start, jfif]),
      Buffer.concat([profile, table, scan, table, scan, end]),
    ];
    expect(cleaned.subarray(0, head.length)).toEqual(head);
    expect(cleaned.subarray(-tail.length)).toEqual(tail);
    const side = cleaned.subarray(head.length, -tail.length);
    expect([side.length, side[29]]).toEqual([36, 6]);
    expect(withoutMetadata(cleaned)).toEqual(Uint8Array.from(cleaned));
  });

  it('JPEG: adds nothing where the side is the usual one', () => {
    for (const order of ['II', 'MM'] as const) {
      const picture = Buffer.concat([start, exif(1, order), table, scan, end]);
      expect(withoutMetadata(picture)).toEqual(
        Uint8Array.from(Buffer.concat([start, table, scan, end])),
      );
    }
  });

  it('PNG: keeps what is drawn', () => {
    const drawn = [chunk('IHDR', latin('13 bytes here')), chunk('IDAT', latin('pixels'))];
    const last = chunk('IEND', latin(''));
    const written = ['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'prVt'].map((type) =>
      chunk(type, latin(secret)),
    );
    expect(
      withoutMetadata(Buffer.concat([png, ...drawn, ...written, last, latin(secret)])),
    ).toEqual(Uint8Array.from(Buffer.concat([png, ...drawn, last])));
  });

  it('WebP: keeps what is drawn, and no longer says that there is more', () => {
    const flags = (value: number) => Buffer.from([value, 0, 0, 0, 1, 0, 0, 1, 0, 0]);
    const pixels: [string, Buffer] = ['VP8L', latin('odd')];
    const written = riff([
      ['VP8X', flags(0b11100)],
      pixels,
      ['EXIF', latin(secret)],
      ['XMP ', latin(secret)],
    ]);
    expect(withoutMetadata(written)).toEqual(
      Uint8Array.from(riff([['VP8X', flags(0b10000)], pixels])),
    );
  });

  it('GIF: keeps frames and turns', () => {
    const head = Buffer.concat([
      latin('GIF89a'),
      Buffer.from([1, 0, 1, 0, 0x80, 0, 0]),
      latin('colour'),
    ]);
    const turns = Buffer.concat([
      Buffer.from([0x21, 0xff, 11]),
      latin('NETSCAPE2.0'),
      Buffer.from([3, 1, 0, 0, 0]),
    ]);
    const frame = Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 0x01, 0]);
    const comment = Buffer.concat([
      Buffer.from([0x21, 0xfe, secret.length]),
      latin(secret),
      Buffer.from([0]),
    ]);
    const xmp = Buffer.concat([
      Buffer.from([0x21, 0xff, 11]),
      latin('XMP DataXMP'),
      Buffer.from([2, 65, 66, 0]),
    ]);
    expect(
      withoutMetadata(Buffer.concat([head, comment, turns, xmp, frame, latin(';'), latin(secret)])),
    ).toEqual(Uint8Array.from(Buffer.concat([head, turns, frame, latin(';')])));
  });

  it('takes it from what browsers still show of a damaged or cut file, too', () => {
    const head = [chunk('IHDR', latin('13 bytes here')), chunk('IDAT', latin('pixels'))];
    const pixels: [string, Buffer] = ['VP8 ', latin('even')];
    const gif = Buffer.concat([latin('GIF89a'), Buffer.from([1, 0, 1, 0, 0, 0, 0])]);
    const frame = Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 0x01, 0]);
    const note = Buffer.concat([
      Buffer.from([0x21, 0xfe, secret.length]),
      latin(secret),
      Buffer.from([0]),
    ]);
    const damaged = {
      'a JPEG without its end': [start, exif(1, 'II'), table, scan],
      'a JPEG with bytes between its parts': [
        start,
        latin('xy'),
        exif(1, 'MM'),
        latin('z'),
        table,
        scan,
        end,
      ],
      'a PNG without its end': [png, ...head, chunk('tEXt', latin(secret))],
      'a WebP cut in what goes': [
        riff([pixels, ['EXIF', latin(`${secret} and more`)]]).subarray(0, -6),
      ],
      'a GIF without its end': [gif, note, frame],
    };
    for (const [what, parts] of Object.entries(damaged)) {
      const cleaned = withoutMetadata(Buffer.concat(parts));
      expect(cleaned, what).toBeDefined();
      expect(Buffer.from(cleaned!).includes('Dana'), what).toBe(false);
      expect(Buffer.from(cleaned!).length, what).toBeGreaterThan(20);
    }
  });

  it('leaves alone what it does not know or what is damaged', () => {
    const broken = [
      latin('no picture'),
      Buffer.concat([start, segment(0xe0, latin('JFIF')), Buffer.from([0xff, 0xe1, 0xff, 0xff])]),
      Buffer.concat([png, Buffer.from([0x7f, 0, 0, 0])]),
      Buffer.alloc(0),
    ];
    expect(broken.map((bytes) => withoutMetadata(bytes))).toEqual(broken.map(() => undefined));
  });
});

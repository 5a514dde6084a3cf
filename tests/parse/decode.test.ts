import { describe, expect, it } from 'vitest';
import { decode, decodeDiagnostic, maxFileBytes } from '#parse/decode.ts';

const encode = (text: string) => new TextEncoder().encode(text);

describe('decode', () => {
  it('takes off one byte order mark and makes CRLF to LF', () => {
    expect(decode(encode('\ufeffone\r\ntwo\r\n'))).toEqual({ text: 'one\ntwo\n' });
    expect(decode(encode('\ufeff\ufeffone'))).toEqual({ text: '\ufeffone' });
  });

  it('keeps every other character, tabs and the highest planes included', () => {
    const text = 'Gr\u00fc\u00dfe\t\u4e16\u754c \ud83d\udc4b \u0085 \u2028';
    expect(decode(encode(text))).toEqual({ text });
  });

  it.each([
    ['', 'file-empty', 1, 1],
    [' \n\t\n', 'file-empty', 1, 1],
    ['\ufeff', 'file-empty', 1, 1],
    ['one\rtwo', 'file-line-ends', 1, 4],
    ['one\r\ntwo\rthree', 'file-line-ends', 2, 4],
    ['one\ntw\0o', 'file-control-character', 2, 3],
    ['\u001b[31m', 'file-control-character', 1, 1],
    ['a\u007f', 'file-control-character', 1, 2],
  ])('refuses %j', (text, code, line, column) => {
    expect(problemIn(encode(text))).toMatchObject({ code, line, column });
  });

  it.each([
    ['a byte that starts nothing', [0x61, 0x0a, 0x62, 0xff, 0x63], 2, 2],
    ['a lone continuation', [0x61, 0x80], 1, 2],
    ['an overlong form', [0xc0, 0xaf], 1, 1],
    ['a surrogate', [0x61, 0xed, 0xa0, 0x80], 1, 2],
    ['a cut-off character', [0x61, 0x0a, 0xe4, 0xb8], 2, 1],
  ])('names the line of %s', (_, bytes, line, column) => {
    expect(problemIn(Uint8Array.from(bytes))).toMatchObject({
      code: 'file-encoding',
      line,
      column,
    });
  });

  it('tells UTF-16 and binary files apart from slips', () => {
    const utf16 = Buffer.from('---\ntitle: x', 'utf16le');
    expect(problemIn(utf16)?.message).toBe('The file is UTF-16. Expected UTF-8 text.');
    expect(problemIn(Uint8Array.from([0x89, 0x50, 0x00]))?.message).toContain('binary');
  });

  it('refuses a file that is larger than a record may be', () => {
    expect(decode(encode('x'.repeat(maxFileBytes)))).toHaveProperty('text');
    expect(problemIn(encode('x'.repeat(maxFileBytes + 1)))?.code).toBe('file-too-large');
  });
});

function problemIn(bytes: Uint8Array) {
  const decoded = decode(bytes);
  return 'problem' in decoded ? decodeDiagnostic('a.md', decoded.problem) : undefined;
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteReader, ByteWriter } from '#search/query/bytes.ts';

type Value = number | string;

const value = fc.oneof(fc.maxSafeNat(), fc.nat(300), fc.string({ unit: 'grapheme' }));

function written(values: readonly Value[]): Uint8Array {
  const writer = new ByteWriter();
  for (const each of values) {
    if (typeof each === 'number') writer.number(each);
    else writer.text(each);
  }
  return writer.finish();
}

function read(bytes: Uint8Array, values: readonly Value[]): Value[] {
  const reader = new ByteReader(bytes);
  const found = values.map((each) => (typeof each === 'number' ? reader.number() : reader.text()));
  expect(reader.isAtEnd).toBe(true);
  return found;
}

describe('bytes', () => {
  it('are read as they were written', () => {
    fc.assert(
      fc.property(fc.array(value), (values) => {
        expect(read(written(values), values)).toEqual(values);
      }),
    );
  });

  it('may be more than there was room for at first', () => {
    const values = ['x'.repeat(3000), 7];
    expect(read(written(values), values)).toEqual(values);
  });

  it.each([
    [0, [0]],
    [127, [127]],
    [128, [0x80, 1]],
    [300, [0xac, 2]],
    [2 ** 32, [0x80, 0x80, 0x80, 0x80, 16]],
  ])('are few for a number: %d', (number, bytes) => {
    expect([...written([number])]).toEqual(bytes);
  });

  it('that are cut off are refused', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), (values) => {
        const bytes = written(values);
        expect(() => read(bytes.subarray(0, -1), values)).toThrow('cut off');
      }),
    );
  });
});

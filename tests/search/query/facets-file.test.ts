import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ByteWriter } from '#search/query/bytes.ts';
import { readFacets, writeFacets, type Facets } from '#search/query/facets-file.ts';

const facets: Facets = {
  kind: { values: ['Article', 'Incident'], pages: [[0], [1], [1]] },
  version: { values: ['5.1', '5.2'], pages: [[0, 1], [], [1]] },
};

it('reads back one value, none and several', () => {
  expect(readFacets(bytesOf(facets, 3))).toEqual(facets);
});

it('reads back any number of values', () => {
  const pages = fc.array(fc.uniqueArray(fc.nat(400), { maxLength: 4 }), {
    minLength: 5,
    maxLength: 5,
  });
  fc.assert(
    fc.property(pages, (positions) => {
      const values = Array.from({ length: 401 }, (_, index) => `v${index}`);
      const written = { version: { values, pages: positions } };
      expect(readFacets(bytesOf(written, 5))).toEqual(written);
    }),
  );
});

it('throws if it is cut off', () => {
  const bytes = bytesOf(facets, 3);
  for (let length = 0; length < bytes.length; length += 1) {
    expect(() => readFacets(bytes.slice(0, length))).toThrow('cut off');
  }
});

function bytesOf(written: Facets, pages: number): Uint8Array {
  const writer = new ByteWriter();
  writeFacets(writer, written, pages);
  return writer.finish();
}

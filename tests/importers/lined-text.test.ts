import { expect, it } from 'vitest';
import { edited, lineAt, linedText, sliced } from '#importers/lined-text.ts';

it('keeps the line of the source for every line, whatever is edited', () => {
  const source = linedText('one\ntwo\nthree\nfour', 11);
  const changed = edited(source, [
    { from: 4, to: 8, text: '' },
    { from: 0, to: 3, text: '1\n1' },
  ]);
  expect(changed).toEqual({ text: '1\n1\nthree\nfour', lines: [11, 11, 13, 14] });
  expect(lineAt(changed, changed.text.indexOf('four'))).toBe(14);
  expect(sliced(changed, 4, 9)).toEqual({ text: 'three', lines: [13] });
});

it('makes the first of two edits that overlap', () => {
  const source = linedText('abcdef', 1);
  const edits = [
    { from: 2, to: 4, text: 'X' },
    { from: 0, to: 3, text: 'Y' },
  ];
  expect(edited(source, edits).text).toBe('Ydef');
});

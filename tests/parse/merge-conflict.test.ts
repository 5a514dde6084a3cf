import { expect, it } from 'vitest';
import { mergeConflicts } from '#parse/merge-conflict.ts';

const conflict = '<<<<<<< HEAD\none\n=======\ntwo\n>>>>>>> 8c575c6\n';

it.each([
  ['none', 'A heading\n=======\n\n> a quote', []],
  ['one', `text\n${conflict}`, [2]],
  ['two', `${conflict}text\n${conflict}`, [1, 7]],
  ['an end alone', 'text\n>>>>>>> 6e3d4ef (a commit message)\n', [2]],
  ['a quote of the seventh reply', '>>>>>>> Did you try it again?\n', []],
  ['an example in a code block', `\`\`\`diff\n${conflict}\`\`\`\n`, []],
  ['one after a code block', `~~~\ncode\n~~~\n${conflict}`, [4]],
])('finds %s', (_, text, lines) => {
  expect(mergeConflicts(text)).toEqual(lines);
});

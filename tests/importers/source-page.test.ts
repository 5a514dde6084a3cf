import { expect, it } from 'vitest';
import { readPage } from '#importers/source-page.ts';

const read = (text: string | Uint8Array) =>
  readPage(typeof text === 'string' ? new TextEncoder().encode(text) : text);

it('reads fields, comments and the body, with their lines', () => {
  expect(read('\ufeff---  \r\na: 1.10 # one\n# two\nb: [x, y]\n...\nText\r\n')).toEqual({
    fields: [
      { name: 'a', value: '1.10', line: 2 },
      { name: 'b', value: ['x', 'y'], line: 4 },
    ],
    comments: ['one', 'two'],
    body: { text: 'Text\n', lines: [6, 7] },
    changes: [],
  });
});

it('reads a page without front matter, and one that is empty', () => {
  expect(read('Text')).toEqual({
    ...{ fields: [], comments: [], changes: [] },
    body: { text: 'Text', lines: [1] },
  });
  expect(read('---\n---\n')).toEqual({
    ...{ fields: [], comments: [], changes: [] },
    body: { text: '', lines: [3] },
  });
});

it('tells a # inside a text from a comment', () => {
  const page = read('---\na: b#c\nd: "# e"\nf: |\n  # g\nh: #i\n---\n');
  expect(page).toMatchObject({ comments: ['i'] });
});

it('says which value a # cuts short, and keeps what stands behind it', () => {
  const page = read('---\ntitle: Bots (#ci and #infra)\nb: See #12\n---\n');
  expect(page).toMatchObject({
    comments: ['infra)', '12'],
    changes: [{ line: 2 }, { line: 3 }],
  });
});

it('makes control characters visible and reads any line ends', () => {
  expect(read('a\rb\u001b[1m\rc')).toMatchObject({
    body: { text: 'a\nb\\x1b[1m\nc' },
    changes: [{ line: 2, message: 'a control character' }],
  });
});

it.each([
  ['+++\ntitle = "a"\n+++\n', 1],
  ['{\n"title": "a"\n}\n', 1],
  ['---\ntitle: a\n', 1],
  ['---\ntitle: "a\nb: c\n---\n', 2],
  ['---\ntitle: a\n\tb: c\n---\n', 3],
  ['---\na: &x 1\nb: *x\n---\n', 2],
  ['---\n- a\n---\n', 2],
  ['', 1],
  [Uint8Array.of(0x61, 0x0a, 0xff), 2],
  [Uint8Array.of(0x61, 0), 1],
])('refuses %j', (text, line) => {
  expect(read(text)).toMatchObject({
    problem: { line, message: expect.any(String), hint: expect.any(String) },
  });
});

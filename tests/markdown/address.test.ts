import { expect, it } from 'vitest';
import { addressOf } from '#markdown/address.ts';

it.each([
  ['https://a.example/b?c#d', { kind: 'web', href: 'https://a.example/b?c#d' }],
  ['HTTP://A.example', { kind: 'web', href: 'HTTP://A.example' }],
  [' https://a.example\n', { kind: 'web', href: 'https://a.example' }],
  ['mailto:a@b.example?subject=x', { kind: 'mail', href: 'mailto:a@b.example?subject=x' }],
  ['#what-happened', { kind: 'anchor', slug: 'what-happened' }],
  ['#%C3%BCber', { kind: 'anchor', slug: '\u00fcber' }],
  ['#%', { kind: 'anchor', slug: '' }],
  ['', { kind: 'path', path: '' }],
  ['a.md', { kind: 'path', path: 'a.md' }],
  ['../a%20b.md#c', { kind: 'path', path: '../a b.md', slug: 'c' }],
  ['a.md?raw=1#c', { kind: 'path', path: 'a.md', slug: 'c' }],
  ['/kb/a.md', { kind: 'path', path: '/kb/a.md' }],
  ['a:b'.replace(':', '/x:'), { kind: 'path', path: 'a/x:b' }],
])('%j is sorted', (written, expected) => {
  expect(addressOf(written)).toEqual(expected);
});

it.each([
  'javascript:alert(1)',
  ' \u0001javascript:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  'JAVASCRIPT:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  'ftp://a.example',
  'tel:1',
  'c:/windows',
  'x-y+z.1:a',
  '//a.example',
  '\\\\a.example',
  '/\\a.example',
  '\\/a.example',
  '\t//a.example',
  'a\\b.md',
  'a%5Cb.md',
  '100%.png',
  '%ff.png',
  'https://',
  'https://a b',
  'http://999.999.999.999',
])('%j is unsafe', (written) => {
  expect(addressOf(written).kind).toBe('unsafe');
});

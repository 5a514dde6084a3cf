import { describe, expect, it } from 'vitest';
import { joined, linkTarget } from '#model/link-target.ts';

describe('linkTarget', () => {
  it.each([
    ['https://a.example/x', { kind: 'web', href: 'https://a.example/x' }],
    ['mailto:me@a.example', { kind: 'web', href: 'mailto:me@a.example' }],
    ['#steps', { kind: 'anchor', slug: 'steps' }],
    ['b.md', { kind: 'record', file: 'kb/login/b.md' }],
    ['../b.md#why', { kind: 'record', file: 'kb/b.md', slug: 'why' }],
    ['/incidents/2026/c.md', { kind: 'record', file: 'incidents/2026/c.md' }],
    ['img/a%20b.png', { kind: 'file', path: 'kb/login/img/a b.png' }],
  ])('%s', (href, target) => expect(linkTarget('kb/login/a.md', href)).toEqual(target));

  it.each([
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    ' data:text/html,x',
    'file:///etc/passwd',
    '//evil.example/x',
    '\\\\evil.example\\x',
    'a\\b.md',
    '100%.png',
    '../../../etc/passwd',
  ])('refuses %j', (href) => expect(linkTarget('kb/login/a.md', href).kind).toBe('unsafe'));
});

describe('joined', () => {
  it('never leaves the root', () => {
    expect(joined('kb/a.md', '../b')).toBe('b');
    expect(joined('kb/a.md', '../../b')).toBeUndefined();
    expect(joined('kb/a.md', '/../b')).toBeUndefined();
    expect(joined('kb/a.md', './x//y/../z')).toBe('kb/x/z');
  });
});

import { describe, expect, it } from 'vitest';
import { withFields } from '#promote/edited-record.ts';

const edit = (header: string, body = '\nText\n---\nmore\n') =>
  withFields(`---\n${header}---\n${body}`, { sources: ['a', 'b'], source_digest: 'x' }, 'product')
    .slice(4)
    .replace(`---\n${body}`, '');

const written = 'sources:\n  - a\n  - b\nsource_digest: x\n';

describe('fields are set where they stand', () => {
  it.each<[what: string, before: string, after: string]>([
    ['a list', 'sources:\n  - a\nsource_digest: y\nowner: me\n', `${written}owner: me\n`],
    ['a list in brackets', 'sources: [a]\nowner: me\n', `${written}owner: me\n`],
    ['a list without an indent', 'sources:\n- a\n- c\nowner: me\n', `${written}owner: me\n`],
    [
      'a block',
      'source_digest: |-\n  a\n  b\nsources: [a]\n',
      'source_digest: x\nsources:\n  - a\n  - b\n',
    ],
    ['a name in quotes', '"sources": [a]\nowner: me\n', `${written}owner: me\n`],
    [
      'nothing, behind the product',
      'title: x\nproduct: p\nowner: me\n',
      `title: x\nproduct: p\n${written}owner: me\n`,
    ],
    ['nothing, at the end', 'title: x\n', `title: x\n${written}`],
  ])('%s', (_, before, after) => {
    expect(edit(before)).toBe(after);
  });

  it('and every other character stays', () => {
    const around = '# a comment\ntitle:   "x" # mine\nproduct: p\n\n';
    const behind = '# another\nerrors: [ "a" ,  b ]\n';
    expect(edit(`${around}sources: [a] # old\nsource_digest: y\n${behind}`)).toBe(
      `${around}${written}${behind}`,
    );
  });

  it('with the byte order mark and the line ends of the file', () => {
    const text = '\ufeff---\r\ntitle: x\r\nsources: [a]\r\n---\r\nText\r\n';
    expect(withFields(text, { sources: ['b'] }, 'product')).toBe(
      '\ufeff---\r\ntitle: x\r\nsources:\r\n  - b\r\n---\r\nText\r\n',
    );
  });
});

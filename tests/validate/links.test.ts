import { describe, expect, it } from 'vitest';
import { checked } from '../memory-knowledge-base.ts';
import { articleText, incidentText } from '../records.ts';

/** Codes found in an incident with this body, beside a few other files. */
async function codesFor(body: string): Promise<string[]> {
  const diagnostics = await checked({
    'incidents/2026/a.md': incidentText({}, body),
    'incidents/2026/a/server.log': 'GET /',
    'incidents/2026/a/page.png': 'x',
    'incidents/2026/a/100% sure?.png': 'x',
    'kb/login/white-page.md': articleText(
      { type: 'reference' },
      '## Steps, *one* by `one`\n\n## Steps\n\n## Steps\n\n## \u00dcber uns',
    ),
  });
  return diagnostics.map(({ code }) => code);
}

describe('links that are fine', () => {
  it.each([
    '[a](a.md)',
    '[a](./a.md)',
    '[a](../../kb/login/white-page.md)',
    '[a](/kb/login/white-page.md)',
    '[a](../2026/a/server.log)',
    '[a](a/server.log?download)',
    '![a](a/page.png)',
    '![a](/incidents/2026/a/page.png "title")',
    '![a](a/100%25%20sure%3F.png)',
    '[a](#what-happened)\n\n## What happened',
    '[a](<#\u00fcber-uns>)\n\n## \u00dcber uns',
    '[a](#%C3%BCber-uns)\n\n## \u00dcber uns',
    '[a](/kb/login/white-page.md#steps-one-by-one)',
    '[a](/kb/login/white-page.md#steps-1)',
    '[a](https://example.com/x.md#y) <https://example.com> https://example.com www.example.com',
    '[a](mailto:a@example.com) <a@example.com> a@example.com',
    '[a][b] `[c](c.md)`\n\n[b]: a.md',
    '    [code](gone.md)',
    '[a footnote][^1] and another[^2]\n\n[^1]: one\n[^2]: two',
    '[brackets] [without](',
  ])('%s', async (body) => {
    expect(await codesFor(body)).toEqual([]);
  });
});

describe('links that are not', () => {
  it.each([
    ['[a](A.md)', 'broken-link'],
    ['[a](gone.md)', 'broken-link'],
    ['[a](a/gone.log)', 'broken-link'],
    ['[a](a)', 'broken-link'],
    ['[a](/kb/white-page)', 'broken-link'],
    ['![a](a/gone.png)', 'broken-link'],
    ['[a][b]\n\n[b]: gone.md', 'broken-link'],
    ['[![a](a/page.png)](gone.md)', 'broken-link'],
    ['Note[^1]\n\n[^1]: [a](gone.md)', 'broken-link'],
    ['| a |\n| - |\n| [a](gone.md) |', 'broken-link'],
    ['> - **[a](gone.md)**', 'broken-link'],
    ['[a](#gone)', 'broken-anchor'],
    ['[a](/kb/login/white-page.md#steps-3)', 'broken-anchor'],
    ['[a](../../../outside.md)', 'unsafe-link'],
    ['![a](../../../outside.png)', 'unsafe-link'],
    ['[a](a/100%.png)', 'unsafe-link'],
    ['http://999.999.999.999/', 'unsafe-link'],
    ['![a](http://example.com/a.png)', 'remote-image'],
    ['![a][b]\n\n[b]: https://example.com/a.png', 'remote-image'],
    ['![a](a/server.log)', 'file-kind'],
    ['![a](a.md)', 'file-kind'],
  ])('%s is a %s', async (body, code) => {
    expect(await codesFor(body)).toEqual([code]);
  });

  it('are found where the fields are wrong, too', async () => {
    const text = incidentText({ status: 'closed' }, '[a](gone.md)');
    const diagnostics = await checked({ 'incidents/a.md': text });
    expect(diagnostics.map(({ code }) => code)).toEqual(['wrong-value', 'broken-link']);
  });

  it('are warnings in drafts and imported records', async () => {
    const diagnostics = await checked({
      'kb/draft.md': articleText({ type: 'reference', state: 'draft' }, '[a](gone.md)'),
      'incidents/a.md': incidentText({ imported: { from: 'x', id: 'y' } }, '[a](gone.md)'),
    });
    expect(diagnostics.map(({ severity }) => severity)).toEqual(['warning', 'warning']);
  });
});

describe('a public article', () => {
  it.each([
    ['an incident', '[a](../incidents/a.md)', ['broken-link']],
    ['a file of an incident', '[a](../incidents/a/server.log)', ['broken-link']],
    ['an image of an incident', '![a](../incidents/a/page.png)', ['broken-link']],
    ['an internal article', '[a](internal.md)', ['broken-link']],
    ['a draft', '[a](draft.md)', ['broken-link']],
    ['an archived article', '[a](old.md)', []],
    ['a file beside it', '![a](white-page/page.png)', []],
  ])('and %s', async (_, body, expected) => {
    const diagnostics = await checked({
      'kb/white-page.md': articleText({ type: 'reference' }, body),
      'kb/white-page/page.png': 'x',
      'kb/internal.md': articleText({ type: 'reference', audience: 'internal' }),
      'kb/draft.md': articleText({ type: 'reference', state: 'draft' }),
      'kb/old.md': articleText({ type: 'reference', state: 'archived' }),
      'incidents/a.md': incidentText(),
      'incidents/a/server.log': 'GET /',
      'incidents/a/page.png': 'x',
    });
    expect(diagnostics.map(({ code }) => code)).toEqual(expected);
  });
});

it('names headings of public pages only', async () => {
  const hints = async (audience: string) => {
    const diagnostics = await checked({
      'incidents/a.md': incidentText({}, '[a](../kb/white-page.md#stps)'),
      'kb/white-page.md': articleText({ type: 'reference', audience }, '## Steps'),
    });
    return diagnostics.map(({ hint }) => hint);
  };
  expect(await hints('public')).toEqual(['Did you mean `#steps`?']);
  expect(await hints('internal')).toEqual([expect.not.stringContaining('steps')]);
});

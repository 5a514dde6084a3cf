import { describe, expect, it } from 'vitest';
import { headingSlugs, outlineForCheck } from '#markdown/body.ts';
import { outlineOf } from '#markdown/outline.ts';
import { markdownTree, maxMarkers, needsTree } from '#markdown/tree.ts';

const deepLine = (text: string) => {
  const result = markdownTree(text);
  return 'tooDeepAtLine' in result ? result.tooDeepAtLine : 0;
};

describe('markdownTree refuses what would take it long', () => {
  it.each([
    ['5,000 quotes', `fine\n\n${'>'.repeat(5000)} a`, 3],
    ['5,000 quotes with spaces', `${'> '.repeat(5000)}a`, 1],
    ['5,000 items', `${'- '.repeat(5000)}a`, 1],
    [
      'lists a step further in each',
      Array.from({ length: 200 }, (_, n) => `${'  '.repeat(n)}- a`).join('\n'),
      62,
    ],
    ['emphasis in emphasis', `a\n\n${'*a **b '.repeat(3000)}`, 3],
    ['brackets', '['.repeat(20_000), 1],
    ['links without end', '[a](<b'.repeat(5000), 1],
    ['backquotes', Array.from({ length: 150 }, (_, n) => `e${'`'.repeat(n)}`).join(''), 1],
    ['underlined headings without end', 'a\n-\n'.repeat(1001), 2002],
    ['a log pasted as text', `a\n\nThe log:\n${'[x] user_id=1 *a*\n'.repeat(1100)}`, 3],
  ])('%s', (_, text, line) => {
    expect(deepLine(text)).toBe(line);
  });
});

describe('markdownTree takes', () => {
  it.each([
    ['ten quotes', `${'> '.repeat(10)}a`],
    ['twenty lists', Array.from({ length: 20 }, (_, n) => `${'  '.repeat(n)}- a`).join('\n')],
    ['a long list with emphasis', '- *a* **b** [c](d.md)\n'.repeat(2000)],
    ['a long table', `| a | b |\n| - | - |\n${'| *c* | `d` |\n'.repeat(2000)}`],
    ['a log in a code block', `\`\`\`\n${'[x] user_id=1 *a*\n'.repeat(2000)}\`\`\``],
    ['many underlined headings', 'a\n-\n'.repeat(500)],
    ['many short paragraphs', 'a *b* [c](d.md)\n\n'.repeat(2000)],
    ['as many markers as are allowed', '*'.repeat(maxMarkers)],
  ])('%s', (_, text) => {
    expect(deepLine(text)).toBe(0);
  });
});

describe('needsTree', () => {
  it.each([
    ['plain text', 'a *b* `c`\n\n## d\n\n1. e', false],
    ['an address', 'See https://a.example/b and www.a.example.', false],
    ['a simple link', '[a](b.md#c) [ ] [d]', false],
    ['a link with a title', '[a](b "c")', true],
    ['a link with brackets', '[a](b(c))', true],
    ['a link with an escape', '[a](b\\_c)', true],
    ['a reference', '[a]\n\n[a]: b', true],
    ['an image', '![a](b.png)', true],
    ['a comparison', 'a < b, 3<4', false],
    ['an automatic link', '<https://a.example>', true],
    ['HTML', 'a <b> c', true],
    ['an address that is none', 'http://999.999.999.999', true],
    ['one with www', 'www.999.999.999.999', true],
    ['deep quotes', '>'.repeat(100), true],
    ['much emphasis', '*a **b '.repeat(40), true],
  ])('of %s', (_, text, expected) => {
    expect(needsTree(text)).toBe(expected);
  });
});

describe('outlineOf', () => {
  const outline = (text: string) => {
    const result = markdownTree(text);
    if ('tooDeepAtLine' in result) throw new Error('too deep');
    return outlineOf(result.tree, 10);
  };

  it('lists headings with the slugs that a git host makes', () => {
    expect(outline('# What *happened*?\n\n## `run` it\n\n## run it').headings).toEqual([
      { slug: 'what-happened', text: 'What happened?', depth: 1 },
      { slug: 'run-it', text: 'run it', depth: 2 },
      { slug: 'run-it-1', text: 'run it', depth: 2 },
    ]);
  });

  it('lists links and images with their places in the file', () => {
    expect(outline('a [b](c.md)\n\n![d](e.png) [f][g]\n\n[g]: <h i.md>').links).toMatchObject([
      { kind: 'link', href: 'c.md', range: { line: 10, column: 3, end_line: 10, end_column: 12 } },
      { kind: 'image', href: 'e.png', range: { line: 12, column: 1 } },
      { kind: 'link', href: 'h i.md', range: { line: 12, column: 13 } },
    ]);
  });

  it('takes the first of two definitions, as Markdown does', () => {
    expect(outline('[a]\n\n[a]: b\n[A]: c').links).toMatchObject([{ href: 'b' }]);
  });

  it('places an address that was found after parsing where its text stands', () => {
    expect(outline('a\n\n<foo\\+@bar.example.com>').links).toMatchObject([
      { href: 'mailto:foo+@bar.example.com', range: { line: 12 } },
    ]);
  });

  it('tells comments from other HTML', () => {
    expect(
      outline('a <b> <!-- c -->\n\n<!-- d -->').html.map(({ isComment }) => isComment),
    ).toEqual([false, true, true]);
  });
});

it('finds anchors in bodies that a check does not parse', () => {
  const source = { file: 'a.md', body: '## One\n\n## Two', bodyLine: 9 };
  expect(outlineForCheck(source).outline.headings).toEqual([]);
  expect([...headingSlugs(source)]).toEqual(['one', 'two']);
});

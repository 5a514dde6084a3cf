import { describe, expect, it } from 'vitest';
import { markdown } from '#importers/markdown.ts';
import { contextWith, existingOf, fixture, shown, sourceOf, summaryOf, textsOf } from './source.ts';

describe('support articles', () => {
  it('become drafts', async () => {
    const plan = markdown.plan(fixture('articles'), contextWith());
    await expect(shown(plan)).toMatchFileSnapshot('../golden/import/articles.txt');
  });

  it('are reported in full', async () => {
    const plan = markdown.plan(fixture('articles'), contextWith());
    const summary = summaryOf('markdown', plan);
    await expect(summary).toMatchFileSnapshot('../golden/import/articles-report.txt');
  });

  it('are never public, whatever they were meant for', () => {
    const text = '---\ntitle: A\naudience: public\nstate: published\n---\n';
    for (const audience of ['internal', 'public'] as const) {
      const plan = markdown.plan(sourceOf({ 'a.md': text }), contextWith({ audience }));
      expect(textsOf(plan)['kb/a.md']).toContain(`audience: ${audience}\nstate: draft\n`);
    }
  });
});

describe('products', () => {
  const files = { 'a.md': '# White page\n' };
  const productIn = (context: Parameters<typeof contextWith>[0]) => {
    const plan = markdown.plan(sourceOf(files, 'Old KB'), contextWith(context));
    return [/^product: (.*)$/m.exec(textsOf(plan)['kb/a.md'] ?? '')?.[1], plan.products];
  };

  it('come from --product, from the only one there is, or from the name of the folder', () => {
    const portal = { id: 'portal', name: 'The Portal' };
    expect(productIn({ product: 'Mail' })).toEqual(['mail', [{ id: 'mail', name: 'Mail' }]]);
    expect(productIn({ products: [portal] })).toEqual(['portal', []]);
    expect(productIn({ products: [portal, { id: 'mail', name: 'Mail' }] })).toEqual([
      'old-kb',
      [{ id: 'old-kb', name: 'Old KB' }],
    ]);
  });
});

describe('files', () => {
  it('keep their folders as categories, below the one that is asked for', () => {
    const files = { 'Known Issues/A b.md': '# A', 'intake/c.md': '# C', 'x/index.md': '# X' };
    const paths = (folder?: string) =>
      Object.keys(textsOf(markdown.plan(sourceOf(files), contextWith({ folder }))));
    expect(paths()).toEqual(['kb/known-issues/a-b.md', 'kb/intake-articles/c.md', 'kb/x/x.md']);
    expect(paths('kb/old')).toEqual([
      'kb/old/known-issues/a-b.md',
      'kb/old/intake/c.md',
      'kb/old/x/x.md',
    ]);
  });

  it('that are no articles are left out, and brought back with include', () => {
    const files = {
      'README.md': '# Read me',
      'a.md': '# A',
      'b-email-template.md': '# B',
      'templates/c.md': '# C',
      'toc.md': '# Contents',
      'z.md': '# Z',
    };
    const plan = markdown.plan(
      sourceOf(files),
      contextWith({ include: ['templates/*'], exclude: ['z.md'] }),
    );
    expect(Object.keys(textsOf(plan))).toEqual([
      'kb/a.md',
      'kb/b-email-template.md',
      'kb/templates/c.md',
    ]);
    expect(plan.report.skipped).toEqual([
      { file: 'README.md', why: 'no article: a README' },
      { file: 'toc.md', why: 'no article: a table of contents' },
      { file: 'z.md', why: 'left out with --exclude' },
    ]);
  });

  it('have ids of at most 80 characters, each only once', () => {
    const long = `${'a very long name of a file '.repeat(5)}`;
    const files = {
      [`x/${long}.md`]: '# A',
      [`y/${long}!.md`]: '# B',
      'search.md': '# C',
      '?.md': '# Ü d',
    };
    const plan = markdown.plan(sourceOf(files), contextWith());
    expect(Object.keys(textsOf(plan))).toEqual([
      'kb/u-d.md',
      'kb/search-2.md',
      'kb/x/a-very-long-name-of-a-file-a-very-long-name-of-a-file-a-very-long-name-of-a-file.md',
      'kb/y/a-very-long-name-of-a-file-a-very-long-name-of-a-file-a-very-long-name-of-a-2.md',
    ]);
  });
});

describe('links', () => {
  const bodyOf = (text: string, parts: Parameters<typeof contextWith>[0] = {}) => {
    const files = {
      'a.md': `# A\n\n${text}\n`,
      'sub/b.md': '# B\n\n## Cause\n',
      'sub/x y.png': 'PNG',
    };
    const plan = markdown.plan(sourceOf(files), contextWith(parts));
    return textsOf(plan)['kb/a.md']?.split('---\n\n')[1]?.trim();
  };

  it.each([
    ['[b](/sub/b.md)', '[b](sub/b.md)'],
    ['[b](/old-kb/sub/b.md)', '[b](sub/b.md)'],
    ['[b](sub/b)', '[b](sub/b.md)'],
    ['[b](sub/b.md#cause "Why")', '[b](sub/b.md#why-it-happens "Why")'],
    ['[**b** `c`](<sub/b.md>)', '[**b** `c`](sub/b.md)'],
    ['[b][1]\n\n[1]: sub/b.md#cause', '[b][1]\n\n[1]: sub/b.md#why-it-happens'],
    ['![p [x]](sub/x%20y.png)', '![p [x]](sub/x%20y.png)'],
    ['[![p](<sub/x y.png>)](sub/b.md)', '[![p](sub/x%20y.png)](sub/b.md)'],
    ['[gone](sub/gone.md#x)', 'gone (`sub/gone.md#x`)'],
    ['![gone](gone.png)', '![gone](gone.png)'],
    ['[js](javascript:alert(1))', '[js](javascript:alert(1))'],
    ['`[b](/sub/b.md)`', '`[b](/sub/b.md)`'],
    ['https://a.example and me@a.example', 'https://a.example and me@a.example'],
  ])('%s', (written, expected) => {
    expect(bodyOf(written)).toBe(expected);
  });

  it('that lead out of the source are completed with --base-url', () => {
    expect(bodyOf('[x](/docs/x.html?a=1#b)', { baseUrl: 'https://help.example/' })).toBe(
      '[x](https://help.example/docs/x.html?a=1#b)',
    );
    expect(bodyOf('[x](/sub/x.html)', { baseUrl: 'https://help.example/' })).toBe(
      'x (`/sub/x.html`)',
    );
  });

  it('follow records that were moved by hand', () => {
    const files = { 'a.md': '# A\n\n[b](b.md)\n', 'b.md': '# B\n' };
    const first = markdown.plan(sourceOf(files), contextWith());
    const existing = existingOf(first)
      .filter(({ file }) => file === 'kb/b.md')
      .map((record) => ({ ...record, file: 'kb/other/b.md' }));
    const second = markdown.plan(sourceOf(files), contextWith({ existing }));
    expect(textsOf(second)['kb/a.md']).toContain('[b](other/b.md)');
  });

  it('lead to different copies where two folders become one', () => {
    const files = {
      'A b/x.png': '1',
      'a-b/x.png': '2',
      'c.md': '![1](A%20b/x.png) ![2](a-b/x.png)',
    };
    const texts = textsOf(markdown.plan(sourceOf(files), contextWith()));
    expect(texts).toMatchObject({ 'kb/a-b/x.png': '1', 'kb/a-b/2-x.png': '2' });
    expect(texts['kb/c.md']).toContain('![1](a-b/x.png) ![2](a-b/2-x.png)');
  });

  it('copy a file for new articles only', () => {
    const files = { 'a.md': '# A\n\n![x](x.png)\n', 'x.png': 'PNG' };
    const first = markdown.plan(sourceOf(files), contextWith());
    const second = markdown.plan(sourceOf(files), contextWith({ existing: existingOf(first) }));
    expect(Object.keys(textsOf(first))).toEqual(['kb/x.png', 'kb/a.md']);
    expect(Object.keys(textsOf(second))).toEqual(['kb/a.md']);
  });
});

it('leaves the order alone where the text speaks of it, or a role stands twice', () => {
  const headings = (body: string) =>
    textsOf(markdown.plan(sourceOf({ 'a.md': body }), contextWith()))['kb/a.md']?.match(
      /^## .*$/gm,
    );
  expect(headings('# A\n## Cause\nSee below.\n## Solution\nX\n')).toEqual([
    '## Why it happens',
    '## Steps',
  ]);
  expect(headings('# A\n## Cause\nX\n## Solution\nX\n## Cause\nX\n## Solution\nX\n')).toEqual([
    '## Cause',
    '## Solution',
    '## Cause',
    '## Solution',
  ]);
});

import { describe, expect, it } from 'vitest';
import { bodyHtml } from '#markdown/html.ts';
import { markdownTree } from '#markdown/tree.ts';
import { elementsOf, rendered, visibleText } from './rendered.ts';

describe('what Markdown makes', () => {
  it.each([
    [
      'emphasis',
      '*a* **b** ~~c~~ `d`',
      '<p><em>a</em> <strong>b</strong> <del>c</del> <code>d</code></p>',
    ],
    ['a break', 'a  \nb', '<p>a<br>\nb</p>'],
    ['a quote', '> a', '<blockquote>\n<p>a</p>\n</blockquote>'],
    ['a list that starts at 3', '3. a\n4. b', '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'],
    ['a rule', 'a\n\n---', '<p>a</p>\n<hr>'],
    [
      'an address',
      'https://a.example/?b=1&c=2',
      '<p><a href="https://a.example/?b=1&amp;c=2">https://a.example/?b=1&#x26;c=2</a></p>',
    ],
    ['a mail address', 'a@b.example', '<p><a href="mailto:a@b.example">a@b.example</a></p>'],
    [
      'a title',
      '[a](https://b.example "c\\"d")',
      '<p><a href="https://b.example" title="c&#x22;d">a</a></p>',
    ],
    [
      'an image',
      '![a *b*](c.png)',
      '<p><img src="/site/incidents%2F2026%2Fc.png" loading="lazy" alt="a b"></p>',
    ],
  ])('%s', async (_, markdown, html) => {
    expect(await rendered(markdown)).toBe(html);
  });

  it('a table that scrolls by keyboard', async () => {
    const html = await rendered('| a | b |\n| :-: | - |\n| c | d |');
    expect(html).toContain('<table tabindex="0">');
    expect(html).toContain('<th align="center">a</th>');
    expect(html).not.toContain('style');
  });

  it('a task list of boxes that cannot be ticked', async () => {
    const boxes = elementsOf(await rendered('- [x] a\n- [ ] b')).filter(
      ({ tagName }) => tagName === 'input',
    );
    expect(boxes.map(({ properties }) => properties)).toEqual([
      { type: 'checkbox', checked: true, disabled: true },
      { type: 'checkbox', disabled: true },
    ]);
  });
});

describe('HTML', () => {
  it.each([
    ['a placeholder', 'Log in as <user>@<bastion-host>.', 'Log in as <user>@<bastion-host>.'],
    ['a type', 'A List<String> of Map<K, V>', 'A List<String> of Map<K, V>'],
    ['an element', 'a <b>bold</b> b', 'a <b>bold</b> b'],
    ['a block', '<div>\n*a*\n</div>', '<div>\n*a*\n</div>'],
    ['a comment', 'a <!-- b --> c', 'a <!-- b --> c'],
    ['a script', '<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['a style', '<style>* { display: none }</style>', '<style>* { display: none }</style>'],
    ['in a list', '- <i>a</i>', '\n<i>a</i>\n'],
    ['in a heading', '## <i>a</i>', '<i>a</i>'],
    ['a processing instruction', '<?php echo 1 ?>', '<?php echo 1 ?>'],
    ['CDATA', '<![CDATA[ a ]]>', '<![CDATA[ a ]]>'],
    ['less than', '1 < 2 & 3 > 2', '1 < 2 & 3 > 2'],
    ['entities', '&lt;b&gt; &amp;amp; &copy;', '<b> &amp; \u00a9'],
  ])('is shown as text: %s', async (_, markdown, text) => {
    expect(visibleText(await rendered(markdown))).toBe(text);
  });

  it('never closes what the page has opened', async () => {
    const html = await rendered('</p></main></body></html><main hidden>');
    expect(visibleText(html)).toBe('</p></main></body></html><main hidden>');
    expect(elementsOf(html).map(({ tagName }) => tagName)).toEqual(['p']);
  });

  it('replaces what no reader could see', async () => {
    expect(visibleText(await rendered('a&#0;b&#1;c&#x202e;d'))).toBe('a\ufffdb\ufffdc\u202ed');
  });
});

describe('headings', () => {
  it('carry a prefix, so that none takes the name of something else', async () => {
    const ids = elementsOf(
      await rendered('## location\n\n## __proto__\n\n## cookie\n\n## a\n\n## a\n\n##'),
    ).map(({ properties }) => properties['id']);
    expect(ids.filter(Boolean)).toEqual([
      'h-location',
      'h-proto',
      'h-cookie',
      'h-a',
      'h-a-1',
      'h-',
    ]);
  });

  it('stand below the title of the page', async () => {
    const levels = async (markdown: string) =>
      elementsOf(await rendered(markdown)).map(({ tagName }) => tagName);
    expect(await levels('# a\n\n## b\n\n###### c')).toEqual(['h2', 'h3', 'h6']);
    expect(await levels('## a\n\n### b')).toEqual(['h2', 'h3']);
  });
});

describe('footnotes', () => {
  it('lead there and back, with one prefix', async () => {
    const elements = elementsOf(await rendered('a[^1] b[^1] c[^two]\n\n[^1]: one\n[^two]: two'));
    const ids = new Set(elements.map(({ properties }) => properties['id']).filter(Boolean));
    const targets = elements
      .filter(({ properties }) => String(properties['href'] ?? '').startsWith('#'))
      .map(({ properties }) => String(properties['href']).slice(1));
    expect(targets).toHaveLength(6);
    expect(targets.filter((target) => !ids.has(target))).toEqual([]);
    expect([...ids].filter((id) => String(id).includes('user-content-user-content'))).toEqual([]);
  });

  it('have a heading of their own', async () => {
    const html = await rendered('a[^1]\n\n[^1]: one');
    expect(html).toContain('<h2 id="footnote-label">Notes</h2>');
  });
});

describe('addresses', () => {
  it.each([
    ['javascript:alert(1)'],
    ['JaVaScRiPt:alert(1)'],
    ['java&#x09;script:alert(1)'],
    ['java&NewLine;script:alert(1)'],
    ['&#1;javascript:alert(1)'],
    ['javascript&colon;alert(1)'],
    ['vbscript:x'],
    ['data:text/html,x'],
    ['file:///etc/passwd'],
    ['blob:https://a.example/x'],
    ['//evil.example'],
    ['\\\\\\\\evil.example'],
    ['/\\\\evil.example'],
    ['https://'],
    ['..\\\\a.md'],
    ['a%2.png'],
  ])('keep their text and lead nowhere else: %s', async (href) => {
    for (const markdown of [`[x](<${href}>)`, `[x][y]\n\n[y]: <${href}>`, `![x](<${href}>)`]) {
      const html = await rendered(markdown);
      for (const { properties } of elementsOf(html)) {
        expect(String(properties['href'] ?? properties['src'] ?? '/site/')).toMatch(/^\/site\//);
      }
      const [alternative] = elementsOf(html).flatMap(({ properties }) => properties['alt'] ?? []);
      expect(visibleText(html) || alternative).toBe('x');
    }
  });

  it('are handed on for resolving only if they are safe', () => {
    const result = markdownTree('[a](//evil.example) ![b](javascript:x) [c](d.md) ![e](data:x)');
    if ('tooDeepAtLine' in result) throw new Error('too deep');
    expect(bodyHtml(result.tree).addresses).toEqual([{ kind: 'link', href: 'd.md' }]);
  });

  it('of images elsewhere become links, so that nothing is loaded', async () => {
    expect(await rendered('![a](https://b.example/c.png)')).toBe(
      '<p><a href="https://b.example/c.png">a</a></p>',
    );
    expect(await rendered('![](http://b.example/c.png)')).toBe(
      '<p><a href="http://b.example/c.png">http://b.example/c.png</a></p>',
    );
  });
});

describe('code', () => {
  it('gets its colours as classes', async () => {
    const html = await rendered('```js\nconst a = "<b>";\n```');
    expect(html).toContain('<span class="tk-keyword">const</span>');
    expect(html).not.toContain('style=');
    expect(visibleText(html)).toBe('const a = "<b>";\n');
  });

  it.each([
    ['an unknown language', '```nonsense\n<b>\n```', 'language-nonsense'],
    ['a language that breaks out', '```"><img/onerror=alert(1)>\n<b>\n```', undefined],
    ['a language named as a part of objects', '```constructor\n<b>\n```', 'language-constructor'],
    ['no language', '```\n<b>\n```', undefined],
    ['indented code', '    <b>\n', undefined],
  ])('keeps its text with %s', async (_, markdown, name) => {
    const html = await rendered(markdown);
    expect(visibleText(html)).toBe('<b>\n');
    const code = elementsOf(html).find(({ tagName }) => tagName === 'code')!;
    expect([code.properties['className']].flat().find(Boolean)).toBe(name);
    expect(code.properties).not.toHaveProperty('onerror');
  });

  it('keeps every character of every language it colours', async () => {
    const text = 'a = {"b": [1, \'c\', `d`]} # <e> // &f; \\g $h @i\n\n\tj -- k\n';
    for (const language of [
      'bash',
      'css',
      'diff',
      'html',
      'json',
      'php',
      'python',
      'sql',
      'xml',
      'yaml',
      'toml',
      'ps1',
    ]) {
      expect(visibleText(await rendered(`~~~${language}\n${text}~~~`))).toBe(text);
    }
  });
});

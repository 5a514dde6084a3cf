import { remark } from 'remark';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { docsFiles } from '#export/docs/docs-files.ts';
import { docsPlan, type Found } from '#export/docs/docs-plan.ts';
import { docsFormats } from '#export/docs/index.ts';
import { manifestOf } from '#export/docs/manifest.ts';
import { eachNode } from '#markdown/each-node.ts';
import type { PublicArticle } from '#model/public-site.ts';
import { publicArticle, publicSite } from '../public-site.ts';

const readers = {
  starlight: remark().use(remarkGfm).use(remarkDirective),
  docusaurus: remark().use(remarkMdx).use(remarkGfm).use(remarkDirective),
};

function pageOf(name: string, article: Partial<PublicArticle>): string {
  const format = docsFormats.find((one) => one.name === name)!;
  const site = publicSite([publicArticle('a', article)]);
  const { files } = docsFiles(site, format, { base: '/help/', digest: () => 'x' });
  const page = files.find(({ path }) => path === 'portal/a.md');
  if (!page || !('text' in page)) throw new Error('There is no page.');
  return page.text;
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** What a body says, and the kinds of nodes in it. */
function readBack(name: keyof typeof readers, page: string) {
  const [, header = '', body = ''] = /^---\n([^]*?)\n---\n([^]*)$/.exec(page) ?? [];
  const tree = readers[name].parse(body);
  const kinds = new Set<string>();
  eachNode<Nodes>(tree, ({ type }) => kinds.add(type));
  const paragraphs = tree.children.map((node) => toString(node));
  return { fields: parse(header, { version: '1.1' }) as object, kinds, paragraphs };
}

const orders = /^(html|mdx|.*Directive$)/;
const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

const payloads = [
  '{alert(1)}',
  '<script>alert(1)</script>',
  'a < 5 and b > 6',
  '<!-- */} <Evil/> {/* -->',
  "import x from 'y'",
  'export const y = 1',
  ':::danger[x]{y}',
  ':text[label]{onclick="x"}',
  '::leaf[x]{y}',
  '---',
  '{#id}',
  '```mdx-code-block',
  '<https://x.example>',
  '\\{x}',
  '%{ "a": 1 }',
];

describe.each(Object.keys(readers) as (keyof typeof readers)[])('a text for %s', (name) => {
  it.each(payloads)('stays a text: %s', (payload) => {
    const page = pageOf(name, { title: payload, html: `<p>${escaped(payload)}</p>` });
    const { fields, kinds, paragraphs } = readBack(name, page);
    expect(fields).toMatchObject({ title: payload });
    expect([...kinds].filter((kind) => orders.test(kind))).toEqual([]);
    expect(paragraphs.at(-1)).toBe(payload);
  });

  it('stays a text, whatever it is', () => {
    const sign = fc.constantFrom(...'{}<>:#!-[]()`*_~&;\\/"\'|=+.0 aimport\n');
    fc.assert(
      fc.property(fc.string({ unit: sign, minLength: 1, maxLength: 40 }), (text) => {
        fc.pre(oneLine(text) !== '');
        const page = pageOf(name, { title: text, html: `<p>${escaped(text)}</p>` });
        const { fields, kinds, paragraphs } = readBack(name, page);
        expect(fields).toMatchObject({ title: oneLine(text) });
        expect([...kinds].filter((kind) => orders.test(kind))).toEqual([]);
        expect(paragraphs.at(-1)).toBe(oneLine(text));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a page for VitePress', () => {
  const codes = '<pre><code class="language-js-vue">{{ 1 }}</code></pre>';
  it.each([
    ['<p>{{ 1 + 1 }}</p>', '<span v-pre>{{</span> 1 + 1 }}'],
    ['<p><code>{{ 1 }}</code></p>', '<code v-pre>&#123;&#123; 1 &#125;&#125;</code>'],
    ['<p>{#id}</p>', '\\{#id}'],
    ['<p>:tada: ;-)</p>', '\\:tada: \\;-)'],
    ['<h2 id="h-a">Ä b</h2>', '## Ä b {#ä-b}'],
    [codes, '```\n{{ 1 }}\n```'],
    ['<p>&lt;!--@include: /etc/passwd--></p>', '\\<\\!--'],
    ['<pre><code>&lt;!--@include: x--></code></pre>', '<code>&lt;!--@include: x--&gt;</code>'],
  ])('says %s in words that nobody works out', (html, words) => {
    expect(pageOf('vitepress', { html })).toContain(words);
  });

  it('has no end of a script in its front matter, which becomes one', () => {
    expect(pageOf('vitepress', { title: 'a</script>b' }).split('\n# ')[0]).not.toContain('</');
  });
});

it('leaves no fence to Docusaurus that it unwraps', () => {
  const html = '<pre><code>```mdx-code-block\n&lt;Evil/>\n```</code></pre>';
  const page = pageOf('docusaurus', { html });
  expect(page).not.toMatch(/^\s*`+\s*mdx-code-block/m);
  expect(page).toContain('{"```mdx-code-block\\n\\u003cEvil/>\\n```"}');
});

describe('links', () => {
  const other = publicArticle('b', { product: { id: 'mail', name: 'Mail' } });
  const html = `<p><a href="/kb/articles/b/#h-x">b</a> <a href="#h-x">x</a> <a href="/kb/contact/portal/">c</a>
    <a href="/kb/files/kb/a%20b.txt">f</a> <img src="/kb/files/kb/p.png" alt="p"></p>`;
  const site = publicSite([publicArticle('a', { html }), other], {
    ...{ base: '/kb/', address: 'https://help.example/kb', files: ['kb/a b.txt', 'kb/p.png'] },
  });
  const contact = '[c](https://help.example/kb/contact/portal/)';
  it.each([
    ['starlight', '/help/mail/b/#x', 'https://help.example/kb/files/kb/a%20b.txt'],
    ['docusaurus', '../mail/b.md#x', '../_files/d1/a-b.txt'],
    ['vitepress', '../mail/b.md#x', 'https\\://help.example/kb/files/kb/a%20b.txt'],
    ['markdown', '../mail/b.md#x', '../_files/d1/a-b.txt'],
  ])('lead where %s finds what they lead to', (name, article, file) => {
    const format = docsFormats.find((one) => one.name === name)!;
    const { files, lostLinks } = docsFiles(site, format, { base: '/help/', digest: () => 'd1' });
    const [page] = files;
    expect(lostLinks).toBe(0);
    expect(page && 'text' in page && page.text.replaceAll('https\\:', 'https:')).toContain(
      `[b](${article}) [x](#x) ${contact} [f](${file.replace('\\', '')}) ![p](../_files/p.png)`,
    );
  });

  it('become text where nobody knows the address of the help centre', () => {
    const [format] = docsFormats;
    const nowhere = publicSite([publicArticle('a', { html })], { base: '/kb/' });
    const { files, lostLinks } = docsFiles(nowhere, format!, { base: '/', digest: () => 'd1' });
    expect(lostLinks).toBe(4);
    expect(files[0] && 'text' in files[0] && files[0].text).toContain('\nb [x](#x) c f p\n');
  });
});

describe('the plan', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const wanted = [{ path: 'a.md', content: bytes('new'), digest: 'new' }];
  const kinds = (manifest: object | undefined, found: Record<string, Found>) =>
    docsPlan(
      wanted,
      manifest && manifestOf(JSON.stringify({ version: 1, format: 'x', ...manifest })),
      {
        format: 'markdown',
        find: (path) => found[path] ?? 'nothing',
      },
    ).steps.map(({ path, kind }) => `${path} ${kind}`);

  it.each<[string, object | undefined, Record<string, Found>, string[]]>([
    ['writes what is missing', undefined, {}, ['a.md new']],
    ['leaves what is right', undefined, { 'a.md': { digest: 'new' } }, ['a.md unchanged']],
    ['keeps what it did not write', undefined, { 'a.md': { digest: 'x' } }, ['a.md foreign']],
    ['keeps a link', { files: { 'a.md': 'old' } }, { 'a.md': 'no-file' }, ['a.md foreign']],
    [
      'replaces its own',
      { files: { 'a.md': 'old' } },
      { 'a.md': { digest: 'old' } },
      ['a.md changed'],
    ],
    [
      'keeps what somebody changed',
      { files: { 'a.md': 'old' } },
      { 'a.md': { digest: 'x' } },
      ['a.md edited'],
    ],
    [
      'goes on after a crash',
      { files: { 'a.md': 'old' }, begun: { 'a.md': 'half' } },
      { 'a.md': { digest: 'half' } },
      ['a.md changed'],
    ],
    [
      'removes its own',
      { files: { 'b.md': 'b', 'c.md': 'c', 'd.md': 'd' } },
      { 'b.md': { digest: 'b' }, 'c.md': { digest: 'x' } },
      ['a.md new', 'b.md removed', 'c.md edited'],
    ],
  ])('%s', (_, manifest, found, expected) => {
    expect(kinds(manifest, found)).toEqual(expected);
  });

  it.each(['../a.md', '/etc/passwd', 'a/../../b', 'a/./b', 'a//b', 'a\\b', 'C:x', '', '.', 'a/'])(
    'knows no manifest that names %j',
    (path) => {
      const files = { [path]: 'x' };
      expect(manifestOf(JSON.stringify({ version: 1, format: 'x', files }))).toBeUndefined();
    },
  );
});

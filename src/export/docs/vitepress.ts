import type { Nodes, PhrasingContent, Root } from 'mdast';
import { eachNode } from '#markdown/each-node.ts';
import { sluggedHeadings } from '#markdown/slugs.ts';
import { inLine } from './article-body.ts';
import type { DocsFormat } from './docs-format.ts';
import { jsonOf } from './json-of.ts';
import { fileLink } from './markdown.ts';
import { markdownWriter, type Unsafe } from './markdown-writer.ts';
import { withFrontMatter, withTitle } from './titled.ts';

/** Attributes in braces, containers, and what VitePress takes for an emoji: `:tada:`, `:/`, `;-)`, `8-)`. */
const extensions: Unsafe[] = [
  { character: '{' },
  { character: ':', after: String.raw`[^\s]` },
  { character: ';', after: '[()-]' },
  { before: '[8BXx]', character: '-', after: String.raw`\)` },
];

const write = markdownWriter(extensions);

/** https://vitepress.dev: links from file to file; its pages are templates of Vue, and it knows no redirects. */
export const vitepress: DocsFormat = {
  name: 'vitepress',
  offersFiles: false,
  linkTo: fileLink,
  page: ({ title, description, article, body }) =>
    withFrontMatter(
      {
        ...{ title: inScript(title), description: description && inScript(description) },
        ...{ editLink: false, ...(article.isArchived && { search: false }) },
      },
      write(asTemplate(withTitle(title, body))),
    ),
  others: ({ products, articles }) => [
    {
      path: 'sidebar.json',
      text: jsonOf(
        products.map(({ id, name }) => ({
          text: asHtml(name),
          collapsed: true,
          items: articles
            .filter(({ product, isArchived }) => product.id === id && !isArchived)
            .map(({ slug, title }) => ({ text: asHtml(inLine(title)), link: `${id}/${slug}` })),
        })),
      ),
    },
    ...articles.flatMap(({ slug, title, product, aliases }) =>
      aliases.map((alias) => ({
        path: `${product.id}/${alias}.md`,
        text: movedPage(slug, inLine(title)),
      })),
    ),
  ],
};

function movedPage(slug: string, title: string): string {
  const link = {
    ...{ type: 'link' as const, url: `./${slug}.md` },
    children: [{ type: 'text' as const, value: title }],
  };
  const body: Root = { type: 'root', children: [{ type: 'paragraph', children: [link] }] };
  return withFrontMatter(
    {
      title: inScript(title),
      ...{ search: false, editLink: false },
      head: [['meta', { 'http-equiv': 'refresh', content: `0; url=./${slug}.html` }]],
    },
    write(asTemplate(withTitle('This page has moved', body))),
  );
}

/** What Vue or VitePress would work out is written as HTML that they leave alone. */
function asTemplate(tree: Root): Root {
  eachNode<Nodes>(tree, (node) => {
    if (node.type === 'code' && /<!--\s*@include/.test(node.value)) {
      Object.assign(node, {
        type: 'html',
        value: `<pre v-pre><code>${asHtml(node.value)}</code></pre>`,
      });
    } else if (node.type === 'inlineCode' && /\{\{|<!--/.test(node.value)) {
      Object.assign(node, { type: 'html', value: `<code v-pre>${asPhrase(node.value)}</code>` });
    } else if (node.type === 'image' && /[^\s\p{L}\d,.()-]/u.test(node.alt ?? '')) {
      const title = node.title ? ` title="${asPhrase(node.title)}"` : '';
      const value = `<img src="${asPhrase(node.url)}" alt="${asPhrase(node.alt ?? '')}"${title}>`;
      Object.assign(node, { type: 'html', value }); // what is escaped in an alt text gets lost
    }
    if (!('children' in node)) return;
    const children = (node.children as Nodes[]).flatMap<Nodes>((child) =>
      child.type === 'text' ? withoutInterpolation(child.value) : [child],
    );
    Object.assign(node, { children });
  });
  for (const { node, slug } of sluggedHeadings(tree)) {
    // Its own ids differ from those of git hosts, to which links lead.
    if (node.depth > 1 && slug) node.children.push({ type: 'html', value: ` {#${slug}}` });
  }
  return tree;
}

function withoutInterpolation(value: string): PhrasingContent[] {
  return value
    .split(/(\{{2,})/)
    .filter((part) => part !== '')
    .map((part) =>
      part.startsWith('{{')
        ? { type: 'html', value: `<span v-pre>${part}</span>` }
        : { type: 'text', value: part },
    );
}

/** VitePress puts front matter into a script as it stands, where this would end the script. */
function inScript(text: string): string {
  return text.replaceAll('</', '< /');
}

/** HTML between words, where Markdown still counts. */
function asPhrase(text: string): string {
  return text.replaceAll(/[^\s\p{L}\d]/gu, (sign) => `&#${sign.codePointAt(0)};`);
}

function asHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

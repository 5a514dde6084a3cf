import type { Nodes } from 'mdast';
import { eachNode } from '#markdown/each-node.ts';
import { sluggedHeadings } from '#markdown/slugs.ts';
import type { DocsFormat } from './docs-format.ts';
import { jsonOf } from './json-of.ts';
import { fileLink } from './markdown.ts';
import { directives, markdownWriter, type Unsafe } from './markdown-writer.ts';
import { withFrontMatter } from './titled.ts';

/** Docusaurus reads .md files as MDX: braces are code, and so is a paragraph that begins like a module. */
const mdx: Unsafe[] = [
  { character: '{' },
  { atBreak: true, character: 'i', after: 'mport' },
  { atBreak: true, character: 'e', after: 'xport' },
];

const write = markdownWriter([...directives, ...mdx], { resourceLink: true });

/** https://docusaurus.io: links from file to file, redirects by its plugin for client redirects. */
export const docusaurus: DocsFormat = {
  name: 'docusaurus',
  offersFiles: true,
  baseOf: (folder) => /.*(\/docs\/.*)$/.exec(`${folder}/`)?.[1],
  linkTo: fileLink,
  page: ({ title, description, article, body }) => {
    for (const { node, text, slug } of sluggedHeadings(body)) {
      // Docusaurus takes the last one of a heading for its id, and away.
      if (text.includes('{#')) node.children.push({ type: 'html', value: ` \\{#${slug}}` });
    }
    eachNode<Nodes>(body, (node) => {
      if (node.type !== 'code' || !node.value.includes('mdx-code-block')) return;
      Object.assign(node, { type: 'html', value: codeAsJsx(node.value) });
    });
    return withFrontMatter(
      {
        // Docusaurus would cut a number at the start of a file's name.
        ...{ id: article.slug, slug: article.slug, title, description },
        custom_edit_url: '',
        ...(article.isPinned && { sidebar_position: 0 }),
        ...(article.isArchived && { unlisted: true }),
      },
      write(body),
    );
  },
  others: ({ products, articles, base }) => [
    ...products.map(({ id, name }) => ({
      path: `${id}/_category_.json`,
      text: jsonOf({ label: name, link: { type: 'generated-index' } }),
    })),
    {
      path: 'redirects.json',
      text: jsonOf(
        articles.flatMap(({ slug, product, aliases }) =>
          aliases.map((alias) => ({
            from: `${base}${servedName(product.id)}/${alias}`,
            to: `${base}${servedName(product.id)}/${slug}`,
          })),
        ),
      ),
    },
  ],
};

/** Before it parses anything, Docusaurus unwraps fences of this name, wherever they stand. */
function codeAsJsx(code: string): string {
  const literal = JSON.stringify(code).replaceAll('<', String.raw`\u003c`);
  return `<pre><code>{${literal}}</code></pre>`;
}

/** The folder `3-mail` is served as `mail`. */
function servedName(folder: string): string {
  return folder.replace(/^\d+-(?=[^\d-])/, '');
}

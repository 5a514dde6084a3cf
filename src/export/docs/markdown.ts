import { inLine } from './article-body.ts';
import type { DocsFormat, DocsTarget } from './docs-format.ts';
import { markdownWriter } from './markdown-writer.ts';
import { withTitle } from './titled.ts';

const write = markdownWriter([]);

/** Plain Markdown, as git hosts show it: links between files, and a list of all of them. */
export const markdown: DocsFormat = {
  name: 'markdown',
  offersFiles: true,
  linkTo: fileLink,
  page: ({ title, body }) => write(withTitle(title, body)),
  others: ({ products, articles }) => [
    {
      path: 'README.md',
      text: write({
        type: 'root',
        children: products.flatMap(({ id, name }) => [
          { type: 'heading', depth: 2, children: [{ type: 'text', value: inLine(name) }] },
          {
            type: 'list',
            spread: false,
            children: articles
              .filter(({ product, isArchived }) => product.id === id && !isArchived)
              .map(({ slug, title }) => linkItem(`./${id}/${slug}.md`, title)),
          },
        ]),
      }),
    },
    ...articles.flatMap(({ slug, title, product, aliases }) =>
      aliases.map((alias) => ({
        path: `${product.id}/${alias}.md`,
        text: write(
          withTitle('This page has moved', {
            type: 'root',
            children: [
              { type: 'list', spread: false, children: [linkItem(`./${slug}.md`, title)] },
            ],
          }),
        ),
      })),
    ),
  ],
};

/** A link from file to file, which the tool follows. */
export function fileLink({ product, slug, fromProduct, anchor }: DocsTarget): string {
  const path = product === fromProduct ? `./${slug}.md` : `../${product}/${slug}.md`;
  return anchor === undefined ? path : `${path}#${encodeURIComponent(anchor)}`;
}

function linkItem(url: string, title: string) {
  const link = {
    ...{ type: 'link' as const, url },
    children: [{ type: 'text' as const, value: inLine(title) }],
  };
  return {
    type: 'listItem' as const,
    children: [{ type: 'paragraph' as const, children: [link] }],
  };
}

import { jsonOf } from './json-of.ts';
import type { DocsFormat } from './docs-format.ts';
import { directives, markdownWriter } from './markdown-writer.ts';
import { withFrontMatter } from './titled.ts';

const write = markdownWriter(directives);

/** https://starlight.astro.build: routes by folder, links by address, redirects by Astro's configuration. */
export const starlight: DocsFormat = {
  name: 'starlight',
  offersFiles: false,
  baseOf: (folder) => /\/src\/content\/docs(\/.*)$/.exec(`${folder}/`)?.[1],
  linkTo: ({ product, slug, anchor }, base) =>
    `${base}${product}/${slug}/${anchor === undefined ? '' : `#${encodeURIComponent(anchor)}`}`,
  page: ({ title, description, article, isKnownIssue, body }) =>
    withFrontMatter(
      {
        title,
        description,
        // It is edited in the knowledge base, and an edit here would be refused by the next export.
        editUrl: false,
        ...(article.isArchived && { pagefind: false }),
        ...((article.isPinned || article.isArchived || isKnownIssue) && {
          sidebar: {
            ...(article.isPinned && { order: 0 }),
            ...(article.isArchived && { hidden: true }),
            ...(isKnownIssue && { badge: { text: 'Known issue', variant: 'caution' } }),
          },
        }),
      },
      write(body),
    ),
  others: ({ products, articles, base, place = base }) => [
    {
      path: 'redirects.json',
      text: jsonOf(
        Object.fromEntries(
          articles.flatMap(({ slug, product, aliases }) =>
            aliases.map((alias) => [
              `${base}${product.id}/${alias}/`,
              `${base}${product.id}/${slug}/`,
            ]),
          ),
        ),
      ),
    },
    {
      path: 'sidebar.json',
      text: jsonOf(
        products.map(({ id, name }) => ({
          label: name,
          collapsed: true,
          items: [{ autogenerate: { directory: `${place.slice(1)}${id}` } }],
        })),
      ),
    },
  ],
};

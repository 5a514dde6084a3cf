import * as z from 'zod';
import type { PublicArticle, PublicSite } from '#model/public-site.ts';
import { articleSchema } from '#schema/article.ts';
import { outputJsonSchema } from '#schema/output-json-schema.ts';
import { day, id } from '#schema/scalars.ts';
import { articleCopyPath, articlePath } from '../addresses.ts';
import type { Page } from '../page.ts';
import { publicAddress } from './frame.ts';

/*
 * What machines can read of the public site: all articles in one file without their texts, and each in a
 * file of its own with its text. The shapes are closed, so that nothing can be in them that nobody described.
 */

/** Grows when a field goes away or changes its meaning; new fields may come at any time. */
const apiVersion = 1;

const named = z.strictObject({
  id: id.describe('The id that records use.'),
  name: z.string().describe('The name that readers see.'),
});

const { type, versions, symptoms, errors, who, issue, reviewed, reviewed_with, aliases } =
  articleSchema.shape;

const facts = {
  slug: id.describe('What tells it from the other articles; the last part of its address.'),
  url: z.string().describe('The page: its full address if base_url is configured, else its path.'),
  title: z.string().describe('The problem or the task, as a customer would say it.'),
  type,
  is_archived: z.boolean().describe('It is kept for the record and no longer looked after.'),
  product: named.describe('The product that it is about.'),
  component: named.optional().describe('The part of the product.'),
  versions,
  symptoms: symptoms.unwrap().describe('How customers say it.'),
  errors: errors.unwrap().describe('Exact messages and codes.'),
  who,
  issue,
  reviewed: day.optional().describe(reviewed.description ?? ''),
  reviewed_with,
  aliases: aliases.unwrap().describe('Former slugs: their addresses lead to this article.'),
};

const head = {
  $schema: z.string().describe('The address of this schema, relative to the file.'),
  version: z
    .literal(apiVersion)
    .describe(
      'Grows when a field goes away or changes its meaning. New fields may come at any time.',
    ),
};

const shapes = {
  articles: z.strictObject({
    ...head,
    articles: z
      .array(z.strictObject({ ...facts, json: z.string().describe('The file with its text.') }))
      .describe('All articles, archived ones included, by title.'),
  }),
  article: z.strictObject({
    ...head,
    ...facts,
    markdown: z.string().describe('The same as Markdown: the address of the file.'),
    html: z.string().describe('The text as HTML, sanitised. Relative addresses start at the site.'),
  }),
} satisfies Record<string, z.ZodObject>;

export type PublicApiName = keyof typeof shapes;

export const publicApiNames = Object.keys(shapes) as PublicApiName[];

/** The JSON Schema of `api/articles.json`, or of the file of one article. */
export function publicApiSchema(name: PublicApiName): object {
  const files = { articles: 'api/articles.json', article: 'api/articles/<slug>.json' };
  return outputJsonSchema(
    shapes[name],
    `urn:fixlore:public-api:${name}`,
    `${files[name]} of a public site made by fixlore`,
  );
}

export function articlesData(site: PublicSite): z.output<(typeof shapes)['articles']> {
  return {
    $schema: 'articles.schema.json',
    version: apiVersion,
    articles: site.articles.map((article) => ({
      ...factsOf(site, article),
      json: publicAddress(site, `api/articles/${article.slug}.json`),
    })),
  };
}

/** The file of each article. */
export function articleDataPages(site: PublicSite): Page<z.output<(typeof shapes)['article']>>[] {
  return site.articles.map((article) => ({
    params: { slug: article.slug },
    get model() {
      return articleData(site, article);
    },
  }));
}

export function articleData(
  site: PublicSite,
  article: PublicArticle,
): z.output<(typeof shapes)['article']> {
  return {
    $schema: '../article.schema.json',
    version: apiVersion,
    ...factsOf(site, article),
    markdown: publicAddress(site, articleCopyPath(article.slug)),
    html: article.html,
  };
}

function factsOf(site: PublicSite, article: PublicArticle) {
  const { slug, title, type, isArchived, product, component, versions } = article;
  const { symptoms, errors, who, issue, reviewed, reviewedWith, aliases } = article;
  return {
    slug,
    url: publicAddress(site, articlePath(slug)),
    title,
    type,
    is_archived: isArchived,
    product,
    component,
    versions,
    symptoms,
    errors,
    who,
    issue,
    reviewed,
    reviewed_with: reviewedWith,
    aliases,
  };
}

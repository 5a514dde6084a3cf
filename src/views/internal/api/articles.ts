import * as z from 'zod';
import { staleness } from '#derive/staleness.ts';
import { articleSchema } from '#schema/article.ts';
import { id } from '#schema/scalars.ts';
import { articlePath } from '../../addresses.ts';
import { fullHref } from '../full-href.ts';
import { url } from './fields.ts';
import { apiList } from './list.ts';

export const articlesList = apiList({
  description: 'All articles as they were written, without their bodies, by title.',
  item: z.strictObject({
    id: id.describe('The id of the article.'),
    url,
    file: z.string().describe('Where it is written, from the root of the knowledge base.'),
    ...articleSchema.shape,
    categories: z.array(z.string()).describe('The folders below kb/, outermost first.'),
    is_review_due: z
      .boolean()
      .describe('Its review is due, or it was never reviewed. Drafts and archived ones need none.'),
    has_past_versions: z
      .boolean()
      .describe('None of the versions that it applies to is in use any more.'),
    changed_sources: z
      .array(
        z.strictObject({
          incident: id.describe('The id of the source.'),
          fields: z
            .array(z.string())
            .describe('What changed; empty for a source that was added by hand.'),
        }),
      )
      .describe('Sources that say something else than when it was made, and in which fields.'),
    failed_again: z
      .array(id)
      .describe('Sources whose fix did not help when the problem was seen again.'),
  }),
  items: (site) => {
    const stale = new Map(staleness(site, site.now).map((one) => [one.article, one]));
    return site.articles.map(({ id, file, fields, categories }) => ({
      id,
      url: fullHref(site, articlePath(id)),
      file,
      ...fields,
      categories,
      is_review_due: stale.get(id)?.reviewDue !== undefined,
      has_past_versions: stale.get(id)?.hasPastVersions ?? false,
      changed_sources: stale.get(id)?.changes ?? [],
      failed_again: stale.get(id)?.failedAgain ?? [],
    }));
  },
});

import * as z from 'zod';
import type { Related } from '#derive/related.ts';
import type { Site } from '#model/site.ts';
import { id } from '#schema/scalars.ts';
import { articlePath, incidentPath } from '../../addresses.ts';
import { fullHref } from '../full-href.ts';
import { neighboursOf } from '../neighbours.ts';
import { url } from './fields.ts';
import { apiList } from './list.ts';

const record = {
  kind: z.enum(['incident', 'article']).describe('What it is.'),
  id: id.describe('Its id.'),
  url,
};

export const relatedList = apiList({
  description:
    'For each incident and article the records that are most like it, and why; those that resemble nothing are left out.',
  item: z.strictObject({
    ...record,
    related: z
      .array(
        z.strictObject({
          ...record,
          score: z
            .number()
            .nonnegative()
            .describe('How alike they are: to be compared with other scores, nothing else.'),
          words: z.array(z.string()).describe('The rarest words that both have, at most three.'),
          errors: z
            .array(z.string())
            .describe('Error messages that both name, as this one writes them.'),
          component: id.optional().describe('The component, if both are about the same one.'),
        }),
      )
      .min(1)
      .describe('The most alike first, at most five.'),
  }),
  items: (site) =>
    [...site.incidents, ...site.articles].flatMap((one) => {
      const found = neighboursOf(site).related(one);
      if (found.length === 0) return [];
      const kind = one.kind as Related['kind']; // the lists hold nothing else
      return [
        {
          ...recordOf(site, { kind, id: one.id }),
          related: found.map(({ score, words, errors, component, ...other }) => ({
            ...recordOf(site, other),
            score: Math.round(score * 1000) / 1000,
            words,
            errors,
            component: component?.split('.')[1],
          })),
        },
      ];
    }),
});

function recordOf(site: Site, { kind, id }: Pick<Related, 'kind' | 'id'>) {
  const path = kind === 'incident' ? incidentPath(id) : articlePath(id);
  return { kind, id, url: fullHref(site, path) };
}

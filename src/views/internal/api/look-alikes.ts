import * as z from 'zod';
import { lookAlikes } from '#derive/look-alikes.ts';
import { incidentsById } from '#model/by-id.ts';
import { id } from '#schema/scalars.ts';
import { incidentId } from './fields.ts';
import { apiList } from './list.ts';

export const lookAlikesList = apiList({
  description:
    'Pairs of incidents that look the same to a customer and were fixed differently, the most alike first.',
  item: z.strictObject({
    incidents: z.array(id).length(2).describe('The ids of the two.'),
    similarity: z.number().min(0).max(1).describe('How alike their symptoms are, from 0 to 1.'),
    is_told_apart: z.boolean().describe('Whether one of the two says how to tell them apart.'),
    tell_apart: z
      .array(
        z.strictObject({
          incident: incidentId.describe('The incident whose record says it.'),
          text: z.string().describe('How to tell the two apart.'),
        }),
      )
      .describe('What the two records say about that.'),
  }),
  items: (site) => {
    const byId = incidentsById(site);
    return lookAlikes(site).map(({ incidents, similarity, isToldApart }) => {
      const told = (by: string, about: string) =>
        (byId.get(by)?.fields.unlike ?? [])
          .filter(({ incident }) => incident === about)
          .map(({ tell_apart }) => ({ incident: by, text: tell_apart }));
      const [first, second] = incidents;
      return {
        incidents,
        similarity: Math.round(similarity * 1000) / 1000,
        is_told_apart: isToldApart,
        tell_apart: [...told(first, second), ...told(second, first)],
      };
    });
  },
});

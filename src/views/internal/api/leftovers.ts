import * as z from 'zod';
import { leftovers } from '#derive/leftovers.ts';
import { proof } from '#derive/proof.ts';
import { incidentsById } from '#model/by-id.ts';
import { moment } from '#schema/scalars.ts';
import { incidentPath } from '../../addresses.ts';
import { fullHref } from '../full-href.ts';
import { component, count, incidentId, product, url } from './fields.ts';
import { apiList } from './list.ts';

export const leftoversList = apiList({
  description:
    'Attempts that did not help and are still in place, the oldest first, those of unknown age last.',
  item: z.strictObject({
    incident: incidentId,
    url,
    attempt: count.describe('Its position in the record, from 0.'),
    action: z.string().describe('What was done.'),
    product,
    component,
    since: moment.optional().describe('When it was done, as written.'),
    age_days: z
      .int()
      .optional()
      .describe('Whole days since then; missing where nobody wrote down when.'),
    can_be_retired: z.boolean().describe('The fix is known to work without it.'),
  }),
  items: (site) => {
    const byId = incidentsById(site);
    return leftovers(site, site.now).map(({ incident: id, attempt, age, ...place }) => {
      const incident = byId.get(id)!;
      return {
        incident: id,
        url: fullHref(site, `${incidentPath(id)}#attempt-${attempt + 1}`),
        attempt,
        action: incident.fields.attempts![attempt]!.action,
        ...place,
        age_days: age,
        can_be_retired: proof(incident).kind === 'proven_alone',
      };
    });
  },
});

import * as z from 'zod';
import { candidates } from '#derive/candidates.ts';
import { incidentsById } from '#model/by-id.ts';
import { incidentPath } from '../../addresses.ts';
import { fullHref } from '../full-href.ts';
import { count, incidentId, incidentTitle, minutes, url } from './fields.ts';
import { apiList } from './list.ts';

export const candidatesList = apiList({
  description:
    'Incidents that customers could have solved alone, and of which no article tells them how; the most worthwhile first.',
  item: z.strictObject({
    incident: incidentId,
    title: incidentTitle,
    url,
    seen: count.describe('How often it was seen, the first time and duplicates included.'),
    effort_minutes: minutes.describe('Hands-on time, if it was written down.'),
  }),
  items: (site) => {
    const byId = incidentsById(site);
    return candidates(site).map(({ incident, seen, effort }) => ({
      incident,
      title: byId.get(incident)!.fields.title,
      url: fullHref(site, incidentPath(incident)),
      seen,
      effort_minutes: effort,
    }));
  },
});

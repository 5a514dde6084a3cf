import * as z from 'zod';
import { blackHoles } from '#derive/black-holes.ts';
import { incidentsById } from '#model/by-id.ts';
import { incidentPath } from '../../addresses.ts';
import { commitmentFacts } from '../commitment-facts.ts';
import { fullHref } from '../full-href.ts';
import { count, incidentId, incidentTitle, url } from './fields.ts';
import { apiList } from './list.ts';
import { commitmentFields } from './promises.ts';

export const blackHolesList = apiList({
  description:
    'What somebody waits for and will not hear of by itself, in the order of the incidents. Imported records are left out.',
  item: z.strictObject({
    kind: z
      .enum(['no_next_promise', 'promise', 'handoff'])
      .describe(
        'An open incident of which nobody was told when to hear next, a promise that is overdue, or a hand-off that is overdue or was never given a day.',
      ),
    incident: incidentId,
    title: incidentTitle,
    url,
    item: count.optional().describe('The position of the promise or hand-off in its list, from 0.'),
    ...commitmentFields,
  }),
  items: (site) => {
    const byId = incidentsById(site);
    return blackHoles(site, site.now).map((hole) => {
      const incident = byId.get(hole.incident)!;
      return {
        kind: hole.kind,
        incident: incident.id,
        title: incident.fields.title,
        url: fullHref(site, incidentPath(incident.id)),
        ...('commitment' in hole && {
          item: hole.commitment.item,
          ...commitmentFacts(incident, hole.commitment),
          due: hole.commitment.due,
        }),
      };
    });
  },
});

import * as z from 'zod';
import { commitments } from '#derive/commitments.ts';
import { incidentsById } from '#model/by-id.ts';
import { moment } from '#schema/scalars.ts';
import { incidentPath } from '../../addresses.ts';
import { commitmentFacts } from '../commitment-facts.ts';
import { fullHref } from '../full-href.ts';
import { count, incidentId, url } from './fields.ts';
import { apiList } from './list.ts';

/** What a commitment is about, as its record says. */
export const commitmentFields = {
  what: z
    .string()
    .optional()
    .describe('What was promised or put off; a hand-off says only to whom.'),
  who: z.string().optional().describe('To whom it was promised or handed over, or who does it.'),
  ref: z.string().optional().describe('The reference of whoever has it.'),
  due: moment.optional().describe('By when, as written.'),
};

export const promisesList = apiList({
  description:
    'Promises, hand-offs and follow-ups, done or not, in the order of the incidents. Those of imported records are left out.',
  item: z.strictObject({
    kind: z.enum(['promise', 'handoff', 'follow_up']).describe('What it is.'),
    incident: incidentId,
    url,
    item: count.describe('Its position in the list of the record, from 0.'),
    ...commitmentFields,
    done: moment.optional().describe('When it was kept, came back or was done, as written.'),
    standing: z
      .enum(['waiting', 'overdue', 'without_due', 'in_time', 'late'])
      .describe('How it stands: not done (the first three), or done (the others).'),
  }),
  items: (site) => {
    const byId = incidentsById(site);
    return commitments(site, site.now).flatMap((commitment) => {
      const { kind, item, due, done, standing } = commitment;
      const incident = byId.get(commitment.incident)!;
      if (incident.fields.imported) return [];
      const url = fullHref(site, incidentPath(incident.id));
      const facts = commitmentFacts(incident, commitment);
      return [{ kind, incident: incident.id, url, item, ...facts, due, done, standing }];
    });
  },
});

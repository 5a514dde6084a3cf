import * as z from 'zod';
import { tell } from '#derive/tell.ts';
import { incidentPath } from '../../addresses.ts';
import { fullHref } from '../full-href.ts';
import { letterOf } from '../letter.ts';
import { incidentId, incidentTitle, url } from './fields.ts';
import { apiList } from './list.ts';

export const tellList = apiList({
  description:
    'Whom to tell that an incident is over, and what: one item for each that has tickets, the latest first. Duplicates are told with their original.',
  item: z.strictObject({
    incident: incidentId,
    title: incidentTitle,
    url,
    tickets: z
      .array(z.string())
      .describe(
        'Of the incident, of every time it was seen again, and of its duplicates; each once.',
      ),
    text: z.string().describe('What to send: names nothing internal.'),
  }),
  items: (site) =>
    site.incidents.flatMap((incident) => {
      const told = tell(site, incident);
      const letter = told && letterOf(site, incident);
      if (!letter) return [];
      const { id, fields } = incident;
      const url = fullHref(site, incidentPath(id));
      return [{ incident: id, title: fields.title, url, tickets: told.tickets, text: letter.text }];
    }),
});

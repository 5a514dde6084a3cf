import { candidates, type Candidate } from '#derive/candidates.ts';
import { incidentsById } from '#model/by-id.ts';
import { productName } from '#model/config.ts';
import type { Incident, Site } from '#model/site.ts';
import { incidentPath } from '../../addresses.ts';
import { workText } from '../../time-text.ts';
import { internalHref } from '../frame.ts';
import type { Register, RegisterRow } from './register.ts';

/** What customers could have done alone and cannot find anywhere yet. */
export function candidatesRegister(site: Site): Register {
  const byId = incidentsById(site);
  return {
    path: 'candidates/',
    title: 'Candidates for self-help',
    lead: 'Resolved incidents that a customer could have solved alone and of which no article tells how. What was seen most often comes first, then what took most work. "fixlore promote" and the id of one writes the draft of its article.',
    empty: 'Everything that customers can solve alone has its article.',
    groups: [
      {
        title: 'To be promoted',
        rows: candidates(site).map((candidate) =>
          rowOf(site, byId.get(candidate.incident)!, candidate),
        ),
      },
    ],
  };
}

function rowOf(site: Site, { id, fields }: Incident, { seen, effort }: Candidate): RegisterRow {
  return {
    href: internalHref(site, incidentPath(id)),
    title: fields.title,
    text: fields.symptoms[0],
    tags: [],
    notes: [
      productName(site.config, fields.product),
      seen === 1 ? 'seen once' : `seen ${seen} times`,
      effort === undefined ? 'effort not known' : `${workText(effort)} of work`,
    ],
  };
}

import { commitments, type Commitment } from '#derive/commitments.ts';
import { reviewDue } from '#derive/staleness.ts';
import { incidentsById } from '#model/by-id.ts';
import { momentOf } from '#model/moment.ts';
import type { Article, Incident, Site } from '#model/site.ts';
import { articlePath, incidentPath } from '../addresses.ts';
import type { Calendar, CalendarEvent } from '../calendar.ts';
import { commitmentFacts, type CommitmentFacts } from './commitment-facts.ts';
import { dayOf, startOfToday } from './day.ts';
import { addressOf } from './full-href.ts';
import { knowledgeBaseId } from '../stable-id.ts';

/**
 * When something falls due: promises, hand-offs and follow-ups that are not done, in the order of the site,
 * and the next review of each article that somebody relies on. What was promised in imported records is
 * left out; so is what has no day.
 */
export function dueCalendar(site: Site): Calendar {
  const byId = incidentsById(site);
  return {
    name: `${site.config.name.internal}: due`,
    stamp: startOfToday(site),
    events: [
      ...commitments(site, site.now).flatMap((commitment) =>
        commitmentEvents(site, byId.get(commitment.incident)!, commitment),
      ),
      ...site.articles
        .filter(({ fields }) => fields.state === 'published' || fields.state === 'validated')
        .map((article) => reviewEvent(site, article)),
    ],
  };
}

function commitmentEvents(site: Site, incident: Incident, commitment: Commitment): CalendarEvent[] {
  const { kind, item, due, done } = commitment;
  if (due === undefined || done !== undefined || incident.fields.imported) return [];
  return [
    {
      id: `${incident.id}.${kind}.${item + 1}@${knowledgeBaseId(site.config)}`,
      summary: summaries[kind](commitmentFacts(incident, commitment)),
      description: incident.fields.title,
      category: categories[kind],
      href: addressOf(site, incidentPath(incident.id)),
      at: due.includes('T') ? momentOf(due, site.config.timezone).start : due,
    },
  ];
}

const categories: Record<Commitment['kind'], string> = {
  promise: 'Promise',
  handoff: 'Hand-off',
  follow_up: 'Follow-up',
};

const summaries: Record<Commitment['kind'], (facts: CommitmentFacts) => string> = {
  promise: ({ what, who }) => `Promised to ${who}: ${what}`,
  handoff: ({ who, ref }) => `Answer due from ${who}${ref ? ` (${ref})` : ''}`,
  follow_up: ({ what, who }) => `To do${who ? ` (${who})` : ''}: ${what}`,
};

/** An article that was never reviewed is due today, whenever that is. */
function reviewEvent(site: Site, article: Article): CalendarEvent {
  const { id, fields } = article;
  const due = fields.reviewed === undefined ? site.now : reviewDue(site, article);
  return {
    id: `${id}.review@${knowledgeBaseId(site.config)}`,
    summary: `Review: ${fields.title}`,
    description: fields.reviewed ? `Last reviewed on ${fields.reviewed}` : 'Never reviewed',
    category: 'Review',
    href: addressOf(site, articlePath(id)),
    at: dayOf(due, site.config.timezone),
  };
}

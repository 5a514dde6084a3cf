import { momentOf } from '#model/moment.ts';
import { productName } from '#model/config.ts';
import type { Incident, Site } from '#model/site.ts';
import { feedPath, incidentPath, incidentsPath } from '../addresses.ts';
import type { Feed, FeedEntry } from '../feed.ts';
import { resolutionWords } from '../words.ts';
import { startOfToday } from './day.ts';
import { addressOf, fullHref } from './full-href.ts';
import { proofView } from './proof.ts';
import { knowledgeBaseId } from '../stable-id.ts';

const mostEntries = 50;

/** What was opened and what was resolved, newest first, at most 50. */
export function incidentFeed(site: Site): Feed {
  const { config } = site;
  const events = site.incidents
    .flatMap((incident) => eventsOf(incident, config.timezone))
    .sort((a, b) => b.at - a.at)
    .slice(0, mostEntries);
  return {
    id: `urn:fixlore:${knowledgeBaseId(config)}:incidents`,
    title: `${config.name.internal}: incidents`,
    author: config.organization,
    language: config.language,
    href: fullHref(site, incidentsPath),
    selfHref: addressOf(site, feedPath),
    updated: events[0]?.at ?? startOfToday(site),
    entries: events.map((event) => entryOf(site, event)),
  };
}

interface Event {
  kind: 'opened' | 'resolved';
  incident: Incident;
  at: number;
}

/** On one day, what was resolved is newer than what was opened. */
function eventsOf(incident: Incident, zone: string): Event[] {
  const { opened, resolved } = incident.fields;
  const event = (kind: Event['kind'], written: string) => ({
    kind,
    incident,
    at: momentOf(written, zone).start,
  });
  return [...(resolved ? [event('resolved', resolved)] : []), event('opened', opened)];
}

const titles = { opened: 'Opened', resolved: 'Resolved' };

function entryOf(site: Site, { kind, incident, at }: Event): FeedEntry {
  const { id, fields } = incident;
  return {
    id: `urn:fixlore:${knowledgeBaseId(site.config)}:incident:${id}:${kind}`,
    title: `${titles[kind]}: ${fields.title}`,
    href: fullHref(site, incidentPath(id)),
    updated: at,
    summary: kind === 'opened' ? openedText(incident) : resolvedText(incident),
    category: { term: fields.product, label: productName(site.config, fields.product) },
  };
}

function openedText({ fields }: Incident): string {
  return [...fields.symptoms.map((symptom) => `“${symptom}”`), ...(fields.errors ?? [])].join('\n');
}

function resolvedText(incident: Incident): string {
  const { resolution, cause } = incident.fields;
  const how = resolution ? `${resolutionWords[resolution]}.` : proofView(incident)?.sentence;
  return [how, cause && cause !== 'unknown' && `Cause: ${cause}`].filter(Boolean).join('\n');
}

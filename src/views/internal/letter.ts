import { commitmentsOf } from '#derive/commitments.ts';
import { tell } from '#derive/tell.ts';
import { momentOf } from '#model/moment.ts';
import type { Incident, Site } from '#model/site.ts';
import { isPublic } from '#model/visibility.ts';
import { articlePath } from '../addresses.ts';
import { timeText } from '../time-text.ts';
import { letterEndings, letterNotes, letterWords as words } from './incident-words.ts';
import { isPublishable } from './publishable.ts';
import { workaroundOf } from './workaround.ts';

/** What to tell whoever reported it, and on which tickets. */
export interface Letter {
  isOver: boolean;
  tickets: string[];
  /** What the sender should know before sending. */
  note?: string;
  text: string;
}

/**
 * While it is not over: that somebody is at it, what helps until then, and when they hear next. After: that
 * it is, for the tickets of everybody who met it. Undefined for a duplicate, whose original tells everybody,
 * and for imported records without tickets: nobody waits for news of those.
 *
 * The text holds what the customer said, and what was written for customers: what they can do themselves,
 * articles that are public. Nothing else of the record goes in, and nothing that names an internal thing.
 */
export function letterOf(site: Site, incident: Incident): Letter | undefined {
  const { fields } = incident;
  const told = tell(site, incident);
  if (fields.duplicate_of || (fields.imported && !told)) return undefined;
  const isOver = fields.status === 'resolved' || fields.status === 'archived';
  const tickets = told?.tickets ?? fields.tickets ?? [];
  const next = isOver ? undefined : nextNews(site, incident);
  const isSilent = !isOver && !next;
  const text = [
    words.greeting,
    ...firstPublishable(site, incident),
    ...(isOver ? overText(site, incident) : openText(site, incident, next)),
    site.config.organization,
  ].join('\n\n');
  const note = isSilent
    ? letterNotes.silent
    : tickets.length === 0
      ? letterNotes.noTicket
      : undefined;
  return { isOver, tickets, note, text };
}

function firstPublishable({ config }: Site, incident: Incident): string[] {
  const symptom = incident.fields.symptoms.find((one) => isPublishable(one, incident, config));
  return symptom === undefined ? [] : [words.youTold(symptom)];
}

function openText(site: Site, incident: Incident, next: string | undefined): string[] {
  const { status, workaround } = incident.fields;
  const limit = workaroundOf(site, incident)?.limit;
  const until = limit?.isPast === false ? limit.time.text : undefined;
  return [
    status === 'mitigated' ? words.easier : words.working,
    ...forCustomers(site, incident, workaround, (summary) => words.canDo(summary, until)),
    ...publicArticles(site, incident),
    ...(next ? [words.hearAgain(next)] : []),
  ];
}

function overText(site: Site, incident: Incident): string[] {
  const { resolution, resolved, workaround, attempts = [], fix } = incident.fields;
  const when = resolved && timeText(resolved, site.config).text;
  const solved = when ? words.solved(when) : words.isSolved;
  const action = attempts.find(({ outcome }) => outcome === 'fixed')?.action;
  const helped = action && { summary: action, customer_solvable: fix?.customer_solvable };
  return [
    resolution ? letterEndings[resolution] : solved,
    ...forCustomers(site, incident, helped || undefined, words.helped),
    ...forCustomers(site, incident, workaround, words.couldDo),
    ...publicArticles(site, incident),
    words.doesItWork,
  ];
}

/** What customers can do alone, if it was written in words that can be sent. */
function forCustomers(
  { config }: Site,
  incident: Incident,
  what: { summary: string; customer_solvable?: boolean } | undefined,
  say: (summary: string) => string,
): string[] {
  const isFor = what?.customer_solvable && isPublishable(what.summary, incident, config);
  return isFor ? [say(what.summary)] : [];
}

/** By when the customer was promised to hear, if that can still be kept; the earliest. */
function nextNews({ config, now }: Site, incident: Incident): string | undefined {
  const { promises = [], reporter } = incident.fields;
  const isTheirs = (to: string) =>
    /customer/i.test(to) || to === reporter?.name || to === reporter?.organization;
  const [next] = commitmentsOf(incident, config.timezone, now)
    .filter(({ kind, standing }) => kind === 'promise' && standing === 'waiting')
    .flatMap(({ item }) => promises[item] ?? [])
    .filter(({ to }) => isTheirs(to))
    .sort((a, b) => momentOf(a.due, config.timezone).end - momentOf(b.due, config.timezone).end);
  return next && timeText(next.due, config).text;
}

function publicArticles({ articles, config }: Site, incident: Incident): string[] {
  return articles
    .filter(({ id }) => incident.articles.includes(id))
    .filter((article) => isPublic(article) && article.fields.state === 'published')
    .map(({ id, fields }) => {
      const address = config.address.public;
      return words.moreAbout(fields.title, address && `${address}/${articlePath(id)}`);
    });
}

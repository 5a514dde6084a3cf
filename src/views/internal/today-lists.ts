import { blackHoles } from '#derive/black-holes.ts';
import { leftovers } from '#derive/leftovers.ts';
import { proof } from '#derive/proof.ts';
import { staleness, type Staleness } from '#derive/staleness.ts';
import { momentOf } from '#model/moment.ts';
import type { Incident, Site } from '#model/site.ts';
import { articlePath, incidentPath } from '../addresses.ts';
import { timeText } from '../time-text.ts';
import { changesText } from './article-doubts.ts';
import { internalHref } from './frame.ts';
import type { TodayList } from './home-page.ts';
import type { Register, RegisterRow } from './registers/register.ts';

/** A leftover is told once it has been in place for so long. Days. */
export const oldLeftover = 30;
const shown = 5;

/** What needs somebody at `site.now`, in the order in which it hurts. */
export function todayLists(site: Site, registers: readonly Register[]): TodayList[] {
  const rows = (path: string, group?: string) =>
    registers
      .filter((register) => register.path === path)
      .flatMap(({ groups }) => groups)
      .filter(({ title }) => group === undefined || title === group)
      .flatMap((one) => one.rows);
  const overdue = rows('promises/', 'Overdue');
  const lists: (Omit<TodayList, 'rows' | 'count'> & { all: RegisterRow[] })[] = [
    { title: 'Nobody was told when to hear next', all: silent(site) },
    { title: 'Overdue', all: overdue, allHref: internalHref(site, 'promises/') },
    {
      title: 'Due next',
      all: rows('promises/', 'Due'),
      allHref: internalHref(site, 'promises/'),
    },
    {
      title: 'Promised or handed over without a day',
      all: rows('promises/', 'Without a day'),
      allHref: internalHref(site, 'promises/'),
    },
    {
      title: `Left in place for more than ${oldLeftover} days`,
      all: oldLeftovers(site, rows('leftovers/')),
      allHref: internalHref(site, 'leftovers/'),
    },
    { title: 'Fixes that are not proven alone', all: unproven(site) },
    {
      title: 'Look-alikes that nobody told apart',
      all: rows('look-alikes/', 'Not told apart yet'),
      allHref: internalHref(site, 'look-alikes/'),
    },
    {
      title: 'Could become self-help',
      all: rows('candidates/'),
      allHref: internalHref(site, 'candidates/'),
    },
    { title: 'Articles to review', all: toReview(site) },
  ];
  return lists
    .filter(({ all }) => all.length > 0)
    .map(({ title, all, allHref }) => ({
      title,
      count: all.length,
      rows: all.slice(0, shown),
      allHref: all.length > shown ? allHref : undefined,
    }));
}

function silent(site: Site): RegisterRow[] {
  const holes = blackHoles(site, site.now).filter(({ kind }) => kind === 'no_next_promise');
  const silentIds = new Set(holes.map(({ incident }) => incident));
  return oldestFirst(site)
    .filter(({ id }) => silentIds.has(id))
    .map((incident) => rowOf(site, incident, [`opened ${opened(site, incident)}`]));
}

/** The rows of the register that are old enough: they stand in its order, which is by place. */
function oldLeftovers(site: Site, rows: readonly RegisterRow[]): RegisterRow[] {
  const old = leftovers(site, site.now).filter(({ age }) => age !== undefined && age > oldLeftover);
  const hrefs = old.map(({ incident, attempt }) =>
    internalHref(site, `${incidentPath(incident)}#attempt-${attempt + 1}`),
  );
  return hrefs.flatMap((href) => rows.find((row) => row.href === href) ?? []);
}

function unproven(site: Site): RegisterRow[] {
  return oldestFirst(site).flatMap((incident) => {
    const known = proof(incident);
    if (known.kind !== 'may_also_need' || incident.fields.imported) return [];
    const actions = known.attempts.map((at) => incident.fields.attempts?.[at]?.action ?? '');
    return [{ ...rowOf(site, incident, []), text: `May also be needed: ${actions.join('; ')}` }];
  });
}

function toReview(site: Site): RegisterRow[] {
  const byId = new Map(site.articles.map((article) => [article.id, article] as const));
  return staleness(site, site.now)
    .sort((a, b) => (a.reviewDue ?? Infinity) - (b.reviewDue ?? Infinity))
    .map((stale) => ({
      href: internalHref(site, articlePath(stale.article)),
      title: byId.get(stale.article)?.fields.title ?? '',
      tags: [],
      notes: reasons(site, stale),
    }));
}

function reasons(site: Site, stale: Staleness): string[] {
  const { reviewDue, hasPastVersions, changes, failedAgain } = stale;
  const due = reviewDue === undefined ? undefined : reviewText(site, reviewDue);
  return [
    failedAgain.length > 0 ? 'did not help when it was seen again' : undefined,
    changes.length > 0 ? changesText(changes) : undefined,
    due,
    hasPastVersions ? 'applies to no version in use' : undefined,
  ].flatMap((reason) => reason ?? []);
}

function reviewText({ config }: Site, due: number): string {
  if (due === 0) return 'never reviewed';
  return `review due since ${timeText(new Date(due).toISOString().slice(0, 10), config).text}`;
}

function oldestFirst({ incidents, config }: Site): Incident[] {
  const start = ({ fields }: Incident) => momentOf(fields.opened, config.timezone).start;
  return incidents.toSorted((a, b) => start(a) - start(b));
}

function opened({ config }: Site, { fields }: Incident): string {
  return timeText(fields.opened, config).text;
}

function rowOf(site: Site, { id, fields }: Incident, notes: string[]): RegisterRow {
  return { href: internalHref(site, incidentPath(id)), title: fields.title, tags: [], notes };
}

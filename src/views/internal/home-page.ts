import { lacksNextPromise } from '#derive/commitments.ts';
import { momentOf } from '#model/moment.ts';
import type { Incident, Site } from '#model/site.ts';
import type { Severity } from '#schema/incident.ts';
import { articlesPath, homePath, incidentsPath } from '../addresses.ts';
import type { Frame } from '../frame.ts';
import { internalFrame, internalHref } from './frame.ts';
import { facetGroups, facetPath } from './incident-facets.ts';
import { incidentRow, type IncidentRow } from './incident-list.ts';
import { countOf, type Register, type RegisterRow } from './registers/register.ts';
import { registers } from './registers/index.ts';
import { todayLists } from './today-lists.ts';

/** Where engineers and agents begin their day: what needs somebody, each with its count. */
export interface HomePage {
  frame: Frame;
  open: IncidentRow[];
  openCount: number;
  openHref: string;
  /** Said where nothing is open. */
  calm: string;
  /** Said where no list needs anybody. */
  rest?: string;
  /** What needs somebody, the most urgent list first; lists with nothing in them are left out. */
  lists: TodayList[];
  latest: IncidentRow[];
  counts: Tally[];
  registers: Tally[];
  products: Tally[];
}

export interface TodayList {
  title: string;
  /** How many there are in all; `rows` are the first of them. */
  count: number;
  rows: RegisterRow[];
  allHref?: string;
}

export interface Tally {
  label: string;
  count: number;
  href: string;
}

const firstSteps =
  'There is no incident yet. “fixlore new incident” writes the first one, “fixlore import” brings in old ones.';
const shownOpen = 20;
const shownLatest = 8;

export function homePage(site: Site): HomePage {
  const open = site.incidents.filter(isOpen).sort(byUrgency(site));
  const products = facetGroups(site).find(({ name }) => name === 'product')?.values ?? [];
  const all = registers.map((register) => register(site));
  const lists = todayLists(site, all);
  const isNew = site.incidents.length === 0;
  return {
    frame: internalFrame(site, { title: 'Today', path: homePath }),
    open: open.slice(0, shownOpen).map((incident) => incidentRow(site, incident)),
    openCount: open.length,
    openHref: internalHref(site, facetPath('status', 'open')),
    calm: isNew ? firstSteps : 'Nothing is open.',
    rest: lists.length > 0 || isNew ? undefined : 'Nothing else needs anybody today.',
    lists,
    latest: site.incidents
      .filter((incident) => !isOpen(incident))
      .slice(0, shownLatest)
      .map((incident) => incidentRow(site, incident)),
    counts: [
      tally(site, 'incidents', site.incidents.length, incidentsPath),
      tally(site, 'articles', site.articles.length, articlesPath),
    ],
    registers: all.map((register: Register) =>
      tally(site, register.title, countOf(register), register.path),
    ),
    products: products.map(({ text, count, path }) => tally(site, text, count, path)),
  };
}

function tally(site: Site, label: string, count: number, path: string): Tally {
  return { label, count, href: internalHref(site, path) };
}

function isOpen({ fields }: Incident): boolean {
  return fields.status === 'open' || fields.status === 'mitigated';
}

const urgency: Record<Severity, number> = { critical: 0, major: 1, minor: 2, low: 3 };

/** By severity, one that nobody gave last; then those that nobody promised anything; then the oldest. */
function byUrgency({ config, now }: Site): (a: Incident, b: Incident) => number {
  const rank = ({ fields }: Incident) => (fields.severity ? urgency[fields.severity] : 4);
  const silence = (incident: Incident) => Number(!lacksNextPromise(incident, config.timezone, now));
  const age = ({ fields }: Incident) => momentOf(fields.opened, config.timezone).start;
  return (a, b) => rank(a) - rank(b) || silence(a) - silence(b) || age(a) - age(b);
}

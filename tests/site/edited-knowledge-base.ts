import { mkdirSync, rmSync } from 'node:fs';
import { yamlText } from '#export/record-text.ts';
import { articleText, incidentText, intakeText, resolvedText } from '../records.ts';
import { onePixel } from '../small-knowledge-base.ts';
import { put } from '../temporary-folder.ts';

/* A knowledge base that changes at random, yet from one valid state to another. */

/** Whole numbers below a limit, always the same for one seed (mulberry32). */
export type Random = (limit: number) => number;

export function randomFrom(seed: number): Random {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

interface Incident {
  id: string;
  title: string;
  status: 'open' | 'resolved' | 'archived';
  severity: string;
  body: string;
  log?: string;
  aliases: string[];
  twin?: string;
}

interface Article {
  id: string;
  folder: string;
  title: string;
  audience: string;
  state: string;
  body: string;
  sources: string[];
  aliases: string[];
}

export interface Edited {
  product: string;
  component: string;
  accent?: string;
  base?: string;
  incidents: Incident[];
  articles: Article[];
  count: number;
}

export function firstState(): Edited {
  const edited: Edited = {
    product: 'Claims portal',
    component: 'Login',
    incidents: [],
    articles: [],
    count: 0,
  };
  const random = randomFrom(7);
  for (let n = 0; n < 5; n += 1) addIncident(edited, random);
  for (let n = 0; n < 5; n += 1) addArticle(edited, random);
  return edited;
}

/** Changes one thing, and says what. */
export function change(edited: Edited, random: Random): string {
  const [name, run] = of(Object.entries(changes), random);
  run(edited, random);
  return name;
}

const changes: Record<string, (edited: Edited, random: Random) => void> = {
  'an incident is added': addIncident,
  'an article is added': addArticle,
  'an incident is deleted': (edited, random) => {
    if (edited.incidents.length < 3) return;
    const { id } = of(edited.incidents, random);
    edited.incidents = edited.incidents.filter((one) => one.id !== id);
    for (const incident of edited.incidents) if (incident.twin === id) delete incident.twin;
    for (const article of edited.articles) {
      article.sources = article.sources.filter((source) => source !== id);
    }
  },
  'an article is deleted': (edited, random) => {
    if (edited.articles.length < 3) return;
    edited.articles.splice(random(edited.articles.length), 1);
  },
  'an incident is renamed': (edited, random) => {
    const incident = of(edited.incidents, random);
    const before = incident.id;
    incident.id = `2026-07-01-renamed-${String((edited.count += 1))}`;
    if (random(2) === 0) incident.aliases.push(before);
    for (const other of edited.incidents) if (other.twin === before) other.twin = incident.id;
    for (const { sources } of edited.articles) {
      const place = sources.indexOf(before);
      if (place !== -1) sources[place] = incident.id;
    }
  },
  'an article moves': (edited, random) => {
    const article = of(edited.articles, random);
    article.folder = of(['', 'login/', 'more/'], random);
    if (random(2) === 0) {
      article.aliases.push(article.id);
      article.id = `renamed-${String((edited.count += 1))}`;
    }
  },
  'a body is edited': (edited, random) => {
    const record = of([...edited.incidents, ...edited.articles], random);
    record.body += `\nA line more, ${words(random)}.\n`;
  },
  'a title is edited': (edited, random) => {
    of([...edited.incidents, ...edited.articles], random).title = words(random);
  },
  'a status is edited': (edited, random) => {
    of(edited.incidents, random).status = of(['open', 'resolved', 'archived'], random);
  },
  'an article is published or withdrawn': (edited, random) => {
    const article = of(edited.articles, random);
    article.audience = of(['public', 'internal'], random);
    article.state = of(['draft', 'published', 'published', 'archived'], random);
  },
  'evidence is edited': (edited, random) => {
    of(edited.incidents, random).log = `503 ${words(random)}\n`;
  },
  'evidence is removed': (edited, random) => {
    delete of(edited.incidents, random).log;
  },
  'look-alikes are told apart': (edited, random) => {
    const [one, other] = [of(edited.incidents, random), of(edited.incidents, random)];
    if (one !== other) one.twin = other.id;
  },
  'the product is renamed': (edited, random) => {
    edited.product = `Portal ${words(random)}`;
  },
  'the component is renamed': (edited, random) => {
    edited.component = `Login ${words(random)}`;
  },
  'the accent changes': (edited, random) => {
    edited.accent = of(['#0b5a63', '#884422', undefined], random);
  },
  'the address changes': (edited, random) => {
    edited.base = of(['https://help.example/help/', 'https://help.example', undefined], random);
  },
};

/** Makes the folder what the state says, and nothing else of its records. */
export function write(edited: Edited, folder: string): void {
  for (const name of ['incidents', 'kb'])
    rmSync(`${folder}/${name}`, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { product, component, accent, base } = edited;
  const config = {
    ...(accent && { theme: { accent } }),
    ...(base && { base_url: { public: base, internal: base } }),
    products: [{ id: 'portal', name: product, components: [{ id: 'login', name: component }] }],
  };
  put(folder, 'fixlore.config.yaml', yamlText(config));
  put(folder, 'kb/intake/portal.md', intakeText());
  for (const incident of edited.incidents) writeIncident(incident, folder);
  for (const { id, folder: below, body, ...fields } of edited.articles) {
    put(folder, `kb/${below}${id}.md`, articleText({ ...fields, component: 'login' }, body));
    put(folder, `kb/${below}shared/form.png`, onePixel);
  }
}

function writeIncident({ id, body, log, twin, ...given }: Incident, folder: string): void {
  const text = given.status === 'open' ? incidentText : resolvedText;
  const fields = {
    ...given,
    component: 'login',
    ...(log && { evidence: [{ kind: 'log', file: `${id}/server.log`, shows: 'The server' }] }),
    ...(twin && { unlike: [{ incident: twin, tell_apart: 'By the colour' }] }),
  };
  put(folder, `incidents/2026/${id}.md`, text(fields, body));
  if (log) put(folder, `incidents/2026/${id}/server.log`, log);
}

function addIncident(edited: Edited, random: Random): void {
  edited.count += 1;
  edited.incidents.push({
    id: `2026-0${String(1 + random(6))}-1${String(random(9))}-added-${String(edited.count)}`,
    title: `Incident ${words(random)}`,
    status: of(['open', 'resolved'], random),
    severity: of(['critical', 'major', 'minor', 'low'], random),
    body: `## What happened\n\nIt was ${words(random)}.\n`,
    aliases: [],
    ...(random(2) === 0 && { log: `500 ${words(random)}\n` }),
  });
}

function addArticle(edited: Edited, random: Random): void {
  edited.count += 1;
  edited.articles.push({
    id: `article-${String(edited.count)}`,
    folder: of(['', 'login/'], random),
    title: `Article ${words(random)}`,
    audience: of(['public', 'public', 'internal'], random),
    state: 'published',
    body: `## Steps\n\n1. Try ${words(random)}.\n\n![The form](shared/form.png)\n`,
    sources: [of(edited.incidents, random).id],
    aliases: [],
  });
}

function words(random: Random): string {
  const all = ['blank', 'slow', 'Größe', 'white', 'lost', 'twice', 'late', '<b>odd</b>', '空白'];
  return `${of(all, random)} ${of(all, random)} ${String(random(1000))}`;
}

function of<Item>(items: readonly Item[], random: Random): Item {
  return items[random(items.length)]!; // callers keep their lists filled
}

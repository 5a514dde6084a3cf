import { lookAlikes } from '#derive/look-alikes.ts';
import { related, type Related } from '#derive/related.ts';
import { componentName } from '#model/config.ts';
import { momentOf } from '#model/moment.ts';
import type { Article, Incident, Site } from '#model/site.ts';
import { articlePath, incidentPath } from '../addresses.ts';
import { timeText } from '../time-text.ts';
import { dayOf } from './day.ts';
import { internalHref } from './frame.ts';

export interface RecordLink {
  title: string;
  href: string;
}

/** Another record, and why it is shown. */
export interface Neighbour extends RecordLink {
  /** "Article", or the day on which an incident was opened, since many have the same title. */
  what?: string;
  why: string;
}

/** What lies around each record, found once for the whole site. */
export class Neighbours {
  readonly #site: Site;
  readonly #titles = new Map<string, string>();
  readonly #opened = new Map<string, string>();
  readonly #related: Map<string, Related[]>;
  readonly #lookAlikes = new Map<string, string[]>();

  constructor(site: Site) {
    this.#site = site;
    for (const { kind, id, fields } of [...site.incidents, ...site.articles]) {
      this.#titles.set(`${kind} ${id}`, fields.title);
    }
    for (const { id, fields } of site.incidents) this.#opened.set(id, fields.opened);
    this.#related = related(site);
    for (const { incidents, isToldApart } of lookAlikes(site)) {
      if (isToldApart) continue;
      const [first, second] = incidents;
      this.#pair(first, second);
      this.#pair(second, first);
    }
  }

  incident(id: string): RecordLink {
    const title = this.#titles.get(`incident ${id}`) ?? id;
    return { title, href: internalHref(this.#site, incidentPath(id)) };
  }

  article(id: string): RecordLink {
    const title = this.#titles.get(`article ${id}`) ?? id;
    return { title, href: internalHref(this.#site, articlePath(id)) };
  }

  /** Incidents whose symptoms match and whose fix differs, and nobody has said how to tell. */
  untoldLookAlikes({ id }: Incident): readonly string[] {
    return this.#lookAlikes.get(id) ?? [];
  }

  /** What is most alike, look-alikes included. */
  related({ kind, id }: Incident | Article): readonly Related[] {
    return this.#related.get(`${kind} ${id}`) ?? [];
  }

  /** What may help, most alike first; look-alikes are shown for themselves. */
  relatedTo(record: Incident | Article): Neighbour[] {
    const { kind, id, fields } = record;
    const lookAlike = new Set(kind === 'incident' ? this.#lookAlikes.get(id) : []);
    return this.related(record)
      .filter((one) => one.kind === 'article' || !lookAlike.has(one.id))
      .map((one) => ({
        ...(one.kind === 'article' ? this.article(one.id) : this.incident(one.id)),
        what: one.kind === 'article' ? 'Article' : this.#day(one.id),
        why: this.#reason(one, fields.product),
      }));
  }

  #pair(from: string, to: string): void {
    this.#lookAlikes.set(from, [...(this.#lookAlikes.get(from) ?? []), to]);
  }

  #day(incident: string): string {
    const { config } = this.#site;
    const { start } = momentOf(this.#opened.get(incident) ?? '', config.timezone);
    return timeText(dayOf(start, config.timezone), config).text;
  }

  #reason({ errors, words, component }: Related, product: string): string {
    const name = component?.split('.')[1];
    const reasons = [
      errors[0] && `the same error, “${errors[0]}”`,
      words.length > 0 && `both say ${words.map((word) => `“${word}”`).join(', ')}`,
      name && `both about ${componentName(this.#site.config, product, name)}`,
    ];
    return reasons.filter(Boolean).join('; ');
  }
}

const known = new WeakMap<Site, Neighbours>();

/** Comparing all records takes a while: once for a site is enough. */
export function neighboursOf(site: Site): Neighbours {
  const found = known.get(site) ?? new Neighbours(site);
  known.set(site, found);
  return found;
}

import type { Site } from '#model/site.ts';
import { isPublic } from '#model/visibility.ts';
import type { FieldPath } from '#parse/yaml-locate.ts';
import type { RecordText } from '#parse/record.ts';
import type { Audience } from '#schema/article.ts';

/** What somebody will type, and which record it must find. */
export interface Phrase {
  text: string;
  /** Where it is written. */
  source: RecordText;
  at: FieldPath;
  /** The names under which the record itself, and what was made from it, are in the index. */
  wanted: ReadonlySet<string>;
}

/**
 * Each symptom and each error message of each record that the index of an audience holds. An incident is
 * found, too, if an article made from it is, or the incident that it calls itself a duplicate of.
 */
export function phrasesOf(site: Site, audience: Audience): Phrase[] {
  const articles = (audience === 'public' ? site.articles.filter(isPublic) : site.articles)
    .filter(({ fields }) => fields.state !== 'archived')
    .flatMap((article) => phrasesIn(article, [`article ${article.id}`]));
  if (audience === 'public') return articles;
  const incidents = site.incidents.flatMap((incident) =>
    phrasesIn(incident, [
      `incident ${incident.id}`,
      ...incident.articles.map((id) => `article ${id}`),
      ...(incident.fields.duplicate_of ? [`incident ${incident.fields.duplicate_of}`] : []),
    ]),
  );
  return [...incidents, ...articles];
}

function phrasesIn(
  record: RecordText & { fields: { symptoms?: string[]; errors?: string[] } },
  names: readonly string[],
): Phrase[] {
  const wanted = new Set(names);
  return (['symptoms', 'errors'] as const).flatMap((field) =>
    (record.fields[field] ?? []).map((text, index) => ({
      text,
      source: record,
      at: [field, index],
      wanted,
    })),
  );
}

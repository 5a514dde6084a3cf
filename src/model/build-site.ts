import { compareText } from '#diagnostics/diagnostic.ts';
import type { Body } from '#markdown/body.ts';
import type { ParsedRecord } from '#parse/record.ts';
import type { Config } from './config.ts';
import { momentOf } from './moment.ts';
import type { Article, FileInfo, Incident, Intake, Site } from './site.ts';

export interface SiteParts {
  config: Config;
  now: number;
  records: ParsedRecord[];
  files: ReadonlyMap<string, FileInfo>;
  bodies?: ReadonlyMap<string, Body>;
  logs?: ReadonlyMap<string, string>;
}

/** Connects the records: references both ways, each list in its fixed order. */
export function buildSite({ config, now, records, files, bodies, logs }: SiteParts): Site {
  const incidentRecords = records.filter((record) => isKind(record, 'incident'));
  const articleRecords = records.filter((record) => isKind(record, 'article'));
  return {
    config,
    now,
    incidents: connected(incidentRecords, articleRecords, config.timezone),
    articles: articleRecords
      .map((record): Article => ({ ...record, categories: categoriesOf(record.file) }))
      .sort((a, b) => compareText(a.fields.title, b.fields.title) || compareText(a.id, b.id)),
    intakes: records
      .filter((record): record is Intake => isKind(record, 'intake'))
      .sort((a, b) => compareText(a.id, b.id)),
    recordFiles: new Set(records.map(({ file }) => file)),
    files,
    bodies: bodies ?? new Map(),
    logs: logs ?? new Map(),
  };
}

function isKind<Kind extends ParsedRecord['kind']>(
  record: ParsedRecord,
  kind: Kind,
): record is ParsedRecord<Kind> {
  return record.kind === kind;
}

function connected(
  records: ParsedRecord<'incident'>[],
  articles: ParsedRecord<'article'>[],
  zone: string,
): Incident[] {
  const incidents = new Map<string, Incident>();
  for (const record of records) {
    incidents.set(record.id, { ...record, articles: [], duplicates: [], unlike: [] });
  }
  for (const { id, fields } of articles) {
    for (const source of fields.sources ?? []) incidents.get(source)?.articles.push(id);
  }
  for (const incident of incidents.values()) {
    const { duplicate_of, unlike = [] } = incident.fields;
    if (duplicate_of) incidents.get(duplicate_of)?.duplicates.push(incident.id);
    for (const { incident: other, tell_apart } of unlike) {
      tellApart(incident, { incident: other, tell_apart, isToldThere: false });
      const twin = incidents.get(other);
      if (twin) tellApart(twin, { incident: incident.id, tell_apart, isToldThere: true });
    }
  }
  const opened = new Map(
    records.map(({ id, fields }) => [id, momentOf(fields.opened, zone).start] as const),
  );
  for (const incident of incidents.values()) {
    incident.articles.sort(compareText);
    incident.duplicates.sort(compareText);
    incident.unlike.sort((a, b) => compareText(a.incident, b.incident));
  }
  return [...incidents.values()].sort(
    (a, b) => (opened.get(b.id) ?? 0) - (opened.get(a.id) ?? 0) || compareText(a.id, b.id),
  );
}

/** An incident's own words about another one win over those told from the other side. */
function tellApart(incident: Incident, told: Incident['unlike'][number]): void {
  const index = incident.unlike.findIndex(({ incident: id }) => id === told.incident);
  if (index === -1) incident.unlike.push(told);
  else if (incident.unlike[index]?.isToldThere && !told.isToldThere) incident.unlike[index] = told;
}

function categoriesOf(file: string): string[] {
  return file.split('/').slice(1, -1);
}

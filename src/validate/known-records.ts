import type { Article, Incident } from '#model/site.ts';
import { didYouMean } from '#parse/did-you-mean.ts';
import type { ParsedRecord } from '#parse/record.ts';
import type { FieldPath } from '#parse/yaml-locate.ts';
import type { Context, Finding, Rule } from './rule.ts';

/** Ids of incidents and articles in fields lead to records, and not to the record itself. */
export const knownRecords: Rule = function* (context) {
  const { incidents, articles, intakes } = context.site;
  for (const incident of incidents) {
    const { duplicate_of, unlike = [] } = incident.fields;
    if (duplicate_of) yield* incidentAt(context, incident, ['duplicate_of'], duplicate_of);
    for (const [index, { incident: other }] of unlike.entries()) {
      yield* incidentAt(context, incident, ['unlike', index, 'incident'], other);
    }
  }
  for (const article of articles) {
    for (const [index, source] of (article.fields.sources ?? []).entries()) {
      yield* incidentAt(context, article, ['sources', index], source);
    }
  }
  for (const intake of intakes) {
    for (const [index, { article }] of (intake.fields.before ?? []).entries()) {
      if (article) yield* articleAt(context, intake, ['before', index, 'article'], article);
    }
  }
};

function* incidentAt(
  { ids, site }: Context,
  record: ParsedRecord,
  at: FieldPath,
  id: string,
): Generator<Finding> {
  if (!ids.incident.has(id)) {
    const near = successor(site.incidents, id) ?? didYouMean(id, ids.incident);
    yield missing('unknown-incident', record, at, near);
  } else if (record.kind === 'incident' && record.id === id) {
    yield {
      code: 'self-reference',
      record,
      at,
      message: 'The incident refers to itself; expected the id of another one.',
      hint: 'Name the other incident, or leave the field out.',
    };
  }
}

function* articleAt(
  { ids, site }: Context,
  record: ParsedRecord,
  at: FieldPath,
  id: string,
): Generator<Finding> {
  if (ids.article.has(id)) return;
  const near = successor(site.articles, id) ?? didYouMean(id, ids.article);
  yield missing('unknown-article', record, at, near);
}

/** The record that once had this id. */
function successor(records: readonly (Incident | Article)[], id: string): string | undefined {
  return records.find(({ fields }) => fields.aliases?.includes(id))?.id;
}

function missing(
  code: 'unknown-incident' | 'unknown-article',
  record: ParsedRecord,
  at: FieldPath,
  near: string | undefined,
): Finding {
  const kind = code === 'unknown-incident' ? 'incident' : 'article';
  return {
    code,
    record,
    at,
    message: `There is no ${kind} with this id.`,
    hint: near
      ? `Did you mean \`${near}\`?`
      : 'An id is the name of the file without its folder and without .md.',
  };
}

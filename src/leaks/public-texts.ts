import type { ParsedRecord, RecordText } from '#parse/record.ts';
import type { FieldPath } from '#parse/yaml-locate.ts';
import type { ArticleFields } from '#schema/article.ts';

/** A text that everybody may read, and where it stands: a field, the body, or the name of the file. */
export interface PublicText {
  at: FieldPath | 'body' | 'name';
  text: string;
}

/** Whether a record is, or is about to be, for everybody. */
export function isForPublic(record: ParsedRecord | RecordText): record is ParsedRecord {
  if (!('fields' in record)) return false;
  if (record.kind === 'intake') return true;
  return record.kind === 'article' && (record.fields as ArticleFields).audience === 'public';
}

/**
 * The texts of a record for the public. Fields are listed that are never published or are vocabulary
 * and ids; so a new field is looked at until somebody says that it need not be.
 */
export function publicTexts({ fields, body, id }: ParsedRecord): PublicText[] {
  const shown = Object.entries(fields).filter(([name]) => !notShown.has(name));
  return [
    { at: 'name', text: id },
    ...shown.flatMap(([name, value]) => leaves(value, [name])),
    { at: 'body', text: body },
  ];
}

const notShown = new Set([
  ...['sources', 'source_digest', 'owner', 'imported', 'allow'], // never published
  ...[
    'type',
    'audience',
    'state',
    'product',
    'component',
    'who',
    'reviewed',
    'review_every',
    'pinned',
  ],
  'send', // where packets go is meant to be known
]);

function leaves(value: unknown, at: FieldPath): PublicText[] {
  if (typeof value === 'string') return [{ at, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'field' ? [] : leaves(inner, [...at, Array.isArray(value) ? Number(name) : name]),
  );
}

import type { ParsedRecord } from '#parse/record.ts';

/** Whether a person has decided, in git, that everybody may read this record. */
export function isPublic(record: ParsedRecord): boolean {
  if (record.kind === 'intake') return true;
  if (record.kind !== 'article') return false;
  const { audience, state } = (record as ParsedRecord<'article'>).fields;
  return audience === 'public' && (state === 'published' || state === 'archived');
}

import type { WritableFields } from '../../records.ts';

/** The fields of an incident that is over. */
export function over(fields: WritableFields = {}): WritableFields {
  return { status: 'resolved', resolved: '2026-05-31', ...fields };
}

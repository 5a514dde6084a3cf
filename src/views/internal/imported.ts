import type { IncidentFields } from '#schema/incident.ts';

/** Where a record was imported from, with what has no field of its own here. */
export interface ImportedView {
  from: string;
  id: string;
  fields: { name: string; value: string }[];
}

export function importedView(imported: NonNullable<IncidentFields['imported']>): ImportedView {
  const { from, id, fields = {} } = imported;
  return { from, id, fields: Object.entries(fields).map(([name, value]) => ({ name, value })) };
}

import type { Incident, Site } from '#model/site.ts';
import { buildSite } from '#model/build-site.ts';
import { withDefaults } from '#model/config.ts';
import type { ParsedRecord } from '#parse/record.ts';
import type { Writable } from '#export/record-text.ts';
import { now } from './memory-knowledge-base.ts';
import { incidentText, recordOf, type WritableFields } from './records.ts';

/* Incidents and sites for tests of derivations and views. */

export type AttemptFields = Record<string, Writable>;

/** One attempt; the action is a letter unless told otherwise. */
export function attempt(outcome: string, afterwards: string, more: AttemptFields = {}): Writable {
  return { action: `Tried ${outcome}`, outcome, afterwards, ...more };
}

/** An incident of a site of its own. */
export function incidentOf(fields: WritableFields = {}, id = '2026-03-14-a'): Incident {
  return siteOf([[id, fields]]).incidents[0]!;
}

/** A site of some incidents, each by its id. */
export function siteOf(
  incidents: readonly (readonly [id: string, fields: WritableFields])[],
  others: readonly ParsedRecord[] = [],
): Site {
  const records = incidents.map(([id, fields]) =>
    recordOf('incident', `incidents/${id}.md`, incidentText(fields)),
  );
  return buildSite({ config, now, records: [...records, ...others], files: new Map() });
}

export const config = withDefaults({
  organization: 'Acme',
  timezone: 'Europe/Vienna',
  products: [{ id: 'portal', name: 'Claims portal', components: [{ id: 'login', name: 'Login' }] }],
});

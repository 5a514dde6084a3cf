import type { Incident } from '#model/site.ts';
import type { ReportOf, Row } from './report.ts';

/** Which problems come back, and whether the fix of the first time helped again. */
export const recurrence: ReportOf = (site) => ({
  name: 'recurrence',
  title: 'What comes back',
  how: 'Incidents that were seen more than once: once as such, once more for each time in “seen again”, and once for each incident that calls itself a duplicate of it. Whether the fix worked again is what “seen again” says; where it says nothing, and for duplicates, that is not known. Most often seen first, ties by the latest opening.',
  columns: [
    { key: 'incident', label: 'Incident', kind: 'text', names: 'incident' },
    { key: 'product', label: 'Product', kind: 'text', names: 'product' },
    { key: 'seen', label: 'Times seen', kind: 'count' },
    { key: 'seen_again', label: 'Seen again', kind: 'count' },
    { key: 'duplicates', label: 'Duplicates', kind: 'count' },
    { key: 'fix_worked', label: 'Fix worked again', kind: 'count' },
    { key: 'fix_failed', label: 'Fix failed', kind: 'count' },
    { key: 'fix_unknown', label: 'Not known', kind: 'count' },
  ],
  rows: site.incidents
    .map((incident) => ({
      incident: incident.id,
      product: incident.fields.product,
      ...againOf([incident]),
    }))
    .filter(({ seen }) => seen > 1)
    .sort((a, b) => b.seen - a.seen),
});

interface Again extends Row {
  seen: number;
  seen_again: number;
  duplicates: number;
  fix_worked: number;
  fix_failed: number;
  fix_unknown: number;
}

/** How often some problems were seen in all, and what came of their fixes from the second time on. */
export function againOf(incidents: readonly Incident[]): Again {
  const again = incidents.flatMap(({ fields }) => fields.seen_again ?? []);
  const duplicates = incidents.reduce((sum, one) => sum + one.duplicates.length, 0);
  const worked = again.filter(({ fix_worked }) => fix_worked === true).length;
  const failed = again.filter(({ fix_worked }) => fix_worked === false).length;
  return {
    seen: incidents.length + again.length + duplicates,
    seen_again: again.length,
    duplicates,
    fix_worked: worked,
    fix_failed: failed,
    fix_unknown: again.length + duplicates - worked - failed,
  };
}

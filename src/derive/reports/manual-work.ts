import { toil } from '../toil.ts';
import { productColumn } from './by-product.ts';
import { sumOf, type ReportOf } from './report.ts';

/** Where people are the interface between two systems: what to automate first. */
export const manualWork: ReportOf = (site) => ({
  name: 'toil',
  title: 'Work by hand between systems',
  how: 'The manual steps of all incidents, added up by product. Minutes are of the steps that say how long they took; how many do not is counted beside them. Most minutes first, then most steps, then by the id of the product.',
  columns: [
    productColumn,
    { key: 'minutes', label: 'Time', kind: 'minutes' },
    { key: 'steps', label: 'Steps', kind: 'count' },
    { key: 'unknown', label: 'Steps of unknown length', kind: 'count' },
    { key: 'incidents', label: 'Incidents', kind: 'count' },
  ],
  rows: toil(site).map(({ product, steps, minutes, unknown, incidents }) => ({
    product,
    // Without one step whose length is known there is no sum, rather than one of zero.
    minutes: unknown === steps ? undefined : sumOf([minutes]),
    steps,
    unknown,
    incidents: incidents.length,
  })),
});

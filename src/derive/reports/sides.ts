import { minutesOf } from '#model/duration.ts';
import { sides as allSides } from '#schema/incident.ts';
import { isOver } from './is-over.ts';
import { shareOf, sumOf, type ReportOf } from './report.ts';

/** On whose side the cause was, and what each side cost. */
export const sides: ReportOf = (site) => {
  const over = site.incidents.filter(isOver);
  return {
    name: 'sides',
    title: 'Whose side it was on',
    how: 'Incidents that are over, by the side of their cause; one that names no side counts as not known. The share is of all that are over. Hands-on time is added up where it is written down; how many do not say it is counted beside it.',
    columns: [
      { key: 'side', label: 'Side', kind: 'text', names: 'side' },
      { key: 'incidents', label: 'Incidents', kind: 'count' },
      { key: 'share', label: 'Share', kind: 'share' },
      { key: 'effort', label: 'Hands-on, in all', kind: 'minutes' },
      { key: 'effort_unknown', label: 'Hands-on not known', kind: 'count' },
    ],
    rows:
      over.length === 0
        ? []
        : allSides.map((side) => {
            const own = over.filter(({ fields }) => (fields.side ?? 'unknown') === side);
            const known = own.flatMap(({ fields }) => fields.effort ?? []);
            return {
              side,
              incidents: own.length,
              share: shareOf(own.length, over.length),
              effort: sumOf(known.map(minutesOf)),
              effort_unknown: own.length - known.length,
            };
          }),
  };
};

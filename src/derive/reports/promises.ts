import { commitments, type Commitment, type Standing } from '../commitments.ts';
import { shareOf, type ReportOf, type Row } from './report.ts';

/** Which promises, hand-offs and follow-ups were broken. */
export const promises: ReportOf = (site, now) => {
  const imported = new Set(
    site.incidents.filter(({ fields }) => fields.imported).map(({ id }) => id),
  );
  const byKind = Map.groupBy(commitments(site, now), ({ kind }) => kind);
  const kinds: Commitment['kind'][] = ['promise', 'handoff', 'follow_up'];
  return {
    name: 'promises',
    title: 'Broken promises',
    how: 'Promises, hand-offs and follow-ups of all incidents. Late: done after it was due; overdue: due before now and not done. A bare day is over at its end. What has no due time and is done is in time. Of imported incidents, what is not marked as done counts as not known. The share broken is late and overdue, of those in time, late and overdue.',
    columns: [
      { key: 'kind', label: 'Kind', kind: 'text', names: 'commitment' },
      { key: 'in_time', label: 'In time', kind: 'count' },
      { key: 'late', label: 'Late', kind: 'count' },
      { key: 'overdue', label: 'Overdue', kind: 'count' },
      { key: 'waiting', label: 'Not due yet', kind: 'count' },
      { key: 'without_due', label: 'Without a day', kind: 'count' },
      { key: 'unknown', label: 'Not known', kind: 'count' },
      { key: 'share', label: 'Share broken', kind: 'share' },
    ],
    rows: kinds.flatMap((kind): Row[] => {
      const own = byKind.get(kind);
      return own ? [{ kind, ...figures(own, imported) }] : [];
    }),
  };
};

function figures(own: readonly Commitment[], imported: ReadonlySet<string>): Row {
  const known = own.filter(({ incident, done }) => done !== undefined || !imported.has(incident));
  const count = (standing: Standing) =>
    known.filter((commitment) => commitment.standing === standing).length;
  const [inTime, late, overdue] = [count('in_time'), count('late'), count('overdue')];
  return {
    in_time: inTime,
    late,
    overdue,
    waiting: count('waiting'),
    without_due: count('without_due'),
    unknown: own.length - known.length,
    share: shareOf(late + overdue, inTime + late + overdue),
  };
}

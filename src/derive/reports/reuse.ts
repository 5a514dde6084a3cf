import { againOf } from './recurrence.ts';
import type { ReportOf } from './report.ts';

/** Which articles explain the problems that come back most. */
export const reuse: ReportOf = ({ articles, incidents }) => {
  const byId = new Map(incidents.map((incident) => [incident.id, incident] as const));
  return {
    name: 'reuse',
    title: 'Articles whose problem came back',
    how: 'Nobody records who read an article, so this counts when one could be used again: every time in “seen again” and every duplicate of the incidents it was made from, each incident once. Articles of which there is no such time are left out. Most often first, ties by title.',
    columns: [
      { key: 'article', label: 'Article', kind: 'text', names: 'article' },
      { key: 'sources', label: 'Made from', kind: 'count' },
      { key: 'again', label: 'Came back', kind: 'count' },
      { key: 'fix_worked', label: 'Fix worked again', kind: 'count' },
      { key: 'fix_failed', label: 'Fix failed', kind: 'count' },
      { key: 'fix_unknown', label: 'Not known', kind: 'count' },
    ],
    rows: articles
      .map(({ id, fields }) => {
        const sources = [...new Set(fields.sources)].flatMap((source) => byId.get(source) ?? []);
        const { seen_again, duplicates, fix_worked, fix_failed, fix_unknown } = againOf(sources);
        const again = seen_again + duplicates;
        return {
          ...{ article: id, sources: sources.length, again },
          ...{ fix_worked, fix_failed, fix_unknown },
        };
      })
      .filter(({ again }) => again > 0)
      .sort((a, b) => b.again - a.again),
  };
};

import type { Staleness } from '#derive/staleness.ts';
import type { Site } from '#model/site.ts';
import { timeText } from '../time-text.ts';
import { dayOf } from './day.ts';

/** Why an article may no longer be true, in a plain sentence or two. */
export function doubtsAbout({ config }: Site, stale: Staleness): string {
  const { reviewDue, hasPastVersions, changes, failedAgain } = stale;
  const since = (due: number) => timeText(dayOf(due, config.timezone), config).text;
  const told = [
    reviewDue === 0 && 'Nobody has reviewed it yet.',
    reviewDue && `Its review is due since ${since(reviewDue)}.`,
    failedAgain.length > 0 && 'What it advises did not help when the problem was seen again.',
    changes.length > 0 && `Since it was made, ${changesText(changes)}.`,
    hasPastVersions && 'It applies to no version in use.',
  ];
  return told.filter(Boolean).join(' ');
}

/** "2026-03-14-blank-receipt changed its workaround and cause": fields, never what they say. */
export function changesText(changes: Staleness['changes']): string {
  return changes
    .map(({ incident, fields }) => {
      const names = fields.map((field) => field.replaceAll('_', ' '));
      return names.length > 0
        ? `${incident} changed its ${listed(names)}`
        : `${incident} was added to its sources`;
    })
    .join(', and ');
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

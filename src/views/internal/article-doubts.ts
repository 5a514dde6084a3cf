import type { Staleness } from '#derive/staleness.ts';
import type { Site } from '#model/site.ts';
import { timeText } from '../time-text.ts';
import { dayOf } from './day.ts';

/** Why an article may no longer be true, in a plain sentence or two. */
export function doubtsAbout({ config }: Site, { reviewDue, hasPastVersions }: Staleness): string {
  const since = (due: number) => timeText(dayOf(due, config.timezone), config).text;
  const told = [
    reviewDue === 0 && 'Nobody has reviewed it yet.',
    reviewDue && `Its review is due since ${since(reviewDue)}.`,
    hasPastVersions && 'It applies to no version in use.',
  ];
  return told.filter(Boolean).join(' ');
}

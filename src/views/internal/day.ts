import { Temporal } from 'temporal-polyfill';
import { momentOf } from '#model/moment.ts';
import type { Site } from '#model/site.ts';

/** The day of the calendar on which an instant falls: "2026-03-14". */
export function dayOf(at: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString();
}

/**
 * The beginning of the day of `site.now`. Files that say when they were made say this, so that building
 * again on the same day gives the same bytes.
 */
export function startOfToday({ config, now }: Site): number {
  return momentOf(dayOf(now, config.timezone), config.timezone).start;
}

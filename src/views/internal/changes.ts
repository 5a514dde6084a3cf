import { Temporal } from 'temporal-polyfill';
import { compareMoments, momentOf, type Moment } from '#model/moment.ts';
import type { Incident, Site } from '#model/site.ts';
import { durationText, optionalTime, timeText, type TimeText } from '../time-text.ts';
import { changeSideWords } from '../words.ts';

/** What had changed, beside the moment at which it failed. */
export interface Changes {
  /** In the order of time; those of an unknown time at the end. */
  changes: ChangeView[];
  failedAt: TimeText;
}

export interface ChangeView {
  what: string;
  side?: string;
  at?: TimeText;
  /** How far from the failure: "2 days 7 h before", "the day before". */
  distance: string;
  isAfter: boolean;
}

/** Undefined where nobody wrote down a change. */
export function changesOf({ config }: Site, { fields }: Incident): Changes | undefined {
  const { recent_changes = [], opened } = fields;
  if (recent_changes.length === 0) return undefined;
  const failed = momentOf(opened, config.timezone);
  const dated = recent_changes
    .flatMap((change) =>
      change.at === undefined ? [] : [{ change, moment: momentOf(change.at, config.timezone) }],
    )
    .sort((a, b) => compareMoments(a.moment, b.moment));
  const view = ({ what, side, at }: (typeof recent_changes)[number], distance: string) => ({
    what,
    side: side && changeSideWords[side],
    at: optionalTime(at, config),
    distance,
  });
  return {
    changes: [
      ...dated.map(({ change, moment }) => ({
        ...view(change, distanceText(moment, failed, config.timezone)),
        isAfter: moment.start > failed.end,
      })),
      ...recent_changes
        .filter(({ at }) => at === undefined)
        .map((change) => ({ ...view(change, 'when is not known'), isAfter: false })),
    ],
    failedAt: timeText(opened, config),
  };
}

/** A day is no instant: as soon as one of the two is a day, days are counted. */
function distanceText(change: Moment, failed: Moment, zone: string): string {
  if (change.isDay || failed.isDay) {
    const days = daysFrom(change, failed, zone);
    if (days === 0) return 'on the same day';
    if (days === 1) return 'the day before';
    if (days === -1) return 'the day after';
    return days > 0 ? `${days} days before` : `${-days} days after`;
  }
  const minutes = Math.round((failed.start - change.start) / 60_000);
  if (minutes === 0) return 'at the same minute';
  return minutes > 0 ? `${durationText(minutes)} before` : `${durationText(-minutes)} after`;
}

/** Between the days of the calendar, whatever the clocks did. */
function daysFrom(change: Moment, failed: Moment, zone: string): number {
  const dayOf = ({ start }: Moment) =>
    Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone).toPlainDate();
  return dayOf(change).until(dayOf(failed)).days;
}

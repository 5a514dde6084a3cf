import { minutesOf } from '#model/duration.ts';
import { momentOf, type Moment } from '#model/moment.ts';
import type { Incident } from '#model/site.ts';

/**
 * How long it took, in whole minutes: from `opened` to `mitigated` and to `resolved`, and the
 * hands-on `effort`, which is not the time the incident was open. Undefined where a side is not
 * written down, where one of the two is a bare day (a day is no instant), or where they contradict.
 */
export interface Durations {
  toMitigate?: number;
  toResolve?: number;
  effort?: number;
}

export function durations({ fields }: Pick<Incident, 'fields'>, zone: string): Durations {
  const { opened, mitigated, resolved, effort } = fields;
  const toMitigate = minutesBetween(opened, mitigated, zone);
  const toResolve = minutesBetween(opened, resolved, zone);
  return {
    ...(toMitigate !== undefined && { toMitigate }),
    ...(toResolve !== undefined && { toResolve }),
    ...(effort !== undefined && { effort: minutesOf(effort) }),
  };
}

function minutesBetween(from: string, to: string | undefined, zone: string): number | undefined {
  if (to === undefined) return undefined;
  const start: Moment = momentOf(from, zone);
  const end: Moment = momentOf(to, zone);
  if (start.isDay || end.isDay || end.start < start.start) return undefined;
  return Math.round((end.start - start.start) / 60_000);
}

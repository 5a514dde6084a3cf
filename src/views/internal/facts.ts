import { durations } from '#derive/durations.ts';
import type { Incident, Site } from '#model/site.ts';
import { durationText, timeText, workText, type TimeText } from '../time-text.ts';
import { channelWords, detectedByWords, verifiedByWords } from '../words.ts';

/** One line of the facts beside an incident. */
export interface Fact {
  label: string;
  text: string;
  time?: TimeText;
  /** Said after it: "after 2 h 35 min". */
  note?: string;
}

/** The facts of an incident that are not told in its story. */
export function factsOf(site: Site, incident: Incident): Fact[] {
  const { config } = site;
  const { fields } = incident;
  const { effort, detected_by, seen_again = [] } = fields;
  const took = durations({ fields }, config.timezone);
  const time = (label: string, written: string | undefined, minutes?: number): Fact[] =>
    written === undefined
      ? []
      : [
          {
            label,
            text: '',
            time: timeText(written, config),
            note: minutes === undefined ? undefined : `after ${durationText(minutes)}`,
          },
        ];
  const said = (label: string, text: string | undefined): Fact[] => (text ? [{ label, text }] : []);
  return [
    ...time('Opened', fields.opened),
    ...time('Mitigated', fields.mitigated, took.toMitigate),
    ...time('Resolved', fields.resolved, took.toResolve),
    ...said('Hands-on', effort && workText(took.effort ?? 0)),
    ...said('Noticed by', detected_by && detectedByWords[detected_by]),
    ...said('Asked by', reporterText(fields.reporter)),
    ...said('Reach them', fields.reporter?.contact),
    ...said('Confirmed by', fields.fix?.verified_by && verifiedByWords[fields.fix.verified_by]),
    ...time('Confirmed', fields.fix?.verified),
    ...said('Seen again', seen_again.length > 0 ? seenAgainText(seen_again) : undefined),
    ...said('Training', fields.drill === false ? 'Not used as a drill' : undefined),
  ];
}

function reporterText(reporter: Incident['fields']['reporter']): string | undefined {
  if (!reporter) return undefined;
  const { name, organization, channel } = reporter;
  const who = [name, organization].filter(Boolean).join(', ');
  const how = channel && channelWords[channel];
  return [who, how].filter(Boolean).join(', ') || undefined;
}

/** "Twice; the fix worked once and failed once". */
function seenAgainText(seen: NonNullable<Incident['fields']['seen_again']>): string {
  const worked = seen.filter(({ fix_worked }) => fix_worked === true).length;
  const failed = seen.filter(({ fix_worked }) => fix_worked === false).length;
  const told = [worked > 0 && `worked ${times(worked)}`, failed > 0 && `failed ${times(failed)}`];
  const fix = told.filter(Boolean).join(' and ');
  return `${times(seen.length)}${fix ? `; the fix ${fix}` : ''}`;
}

function times(count: number): string {
  return ['never', 'once', 'twice'][count] ?? `${count} times`;
}

import { timeline, type TimelineEvent } from '#derive/timeline.ts';
import type { Incident, Site } from '#model/site.ts';
import type { Outcome } from '#schema/incident.ts';
import { timeText, type TimeText } from '../time-text.ts';
import { outcomeTags } from '../words.ts';

export interface TimelineRow {
  at: TimeText;
  /** What kind of thing it is: "Tried", "Fixed it", "Promise kept". */
  label: string;
  text: string;
}

/** Nothing if all of it stands among the facts anyway: when it opened and when it was over. */
export function timelineOf({ config }: Site, incident: Incident): TimelineRow[] {
  const events = timeline(incident, config.timezone);
  if (events.every(({ kind }) => milestones.has(kind))) return [];
  return events.map((event) => ({
    at: timeText(event.at, config),
    ...rowText(event, incident),
  }));
}

const milestones = new Set<TimelineEvent['kind']>(['opened', 'mitigated', 'resolved', 'verified']);

/** For each kind of event its label, and the words of the record it comes from. */
const texts: Record<
  TimelineEvent['kind'],
  [label: string, text: (fields: Incident['fields'], item: number) => string | undefined]
> = {
  change: ['Changed', ({ recent_changes }, item) => recent_changes?.[item]?.what],
  opened: ['Opened', () => ''],
  attempt: ['Tried', ({ attempts }, item) => attempts?.[item]?.action],
  mitigated: ['Mitigated', () => ''],
  resolved: ['Resolved', () => ''],
  promise_due: ['Promised for', ({ promises }, item) => promises?.[item]?.what],
  promise_kept: ['Promise kept', ({ promises }, item) => promises?.[item]?.what],
  handed_off: ['Handed over', ({ handoffs }, item) => `to ${handoffs?.[item]?.to}`],
  handed_back: ['Came back', ({ handoffs }, item) => `from ${handoffs?.[item]?.to}`],
  verified: ['Confirmed', () => ''],
  seen_again: ['Seen again', ({ seen_again }, item) => seenAgain(seen_again?.[item])],
};

function rowText({ kind, item = 0 }: TimelineEvent, { fields }: Incident): Omit<TimelineRow, 'at'> {
  const [label, text] = texts[kind];
  const outcome = kind === 'attempt' ? fields.attempts?.[item]?.outcome : undefined;
  return {
    label: (outcome && turns[outcome]) ?? label,
    text: text(fields, item) ?? '',
  };
}

/** An attempt that turned things is told by what came of it; one that only cost time was tried. */
const turns: Partial<Record<Outcome, string>> = {
  fixed: outcomeTags.fixed.text,
  partly: outcomeTags.partly.text,
  worse: outcomeTags.worse.text,
};

type SeenAgain = NonNullable<Incident['fields']['seen_again']>[number];

/** "ZD-1101, version 4.3. The same fix worked." */
function seenAgain({ ticket, version, fix_worked }: Partial<SeenAgain> = {}): string {
  const where = [ticket, version && `version ${version}`].filter(Boolean).join(', ');
  const fix = fix_worked ? 'The same fix worked.' : 'The same fix did not work.';
  return [where && `${where}.`, fix_worked === undefined ? '' : fix].filter(Boolean).join(' ');
}

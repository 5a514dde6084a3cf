import { timeline, type TimelineEvent } from '#derive/timeline.ts';
import type { Incident, Site } from '#model/site.ts';
import { timeText, type TimeText } from '../time-text.ts';

export interface TimelineRow {
  at: TimeText;
  /** What kind of thing it is: "Tried", "Promised". */
  label: string;
  text: string;
}

export function timelineOf({ config }: Site, incident: Incident): TimelineRow[] {
  return timeline(incident, config.timezone).map((event) => ({
    at: timeText(event.at, config),
    ...rowText(event, incident),
  }));
}

function rowText({ kind, item = 0 }: TimelineEvent, { fields }: Incident): Omit<TimelineRow, 'at'> {
  const { recent_changes, attempts, promises, handoffs, seen_again } = fields;
  switch (kind) {
    case 'change':
      return { label: 'Changed', text: recent_changes?.[item]?.what ?? '' };
    case 'opened':
      return { label: 'Opened', text: '' };
    case 'attempt':
      return { label: 'Tried', text: attempts?.[item]?.action ?? '' };
    case 'mitigated':
      return { label: 'Mitigated', text: '' };
    case 'resolved':
      return { label: 'Resolved', text: '' };
    case 'promise_due':
      return { label: 'Promised for', text: promises?.[item]?.what ?? '' };
    case 'promise_kept':
      return { label: 'Promise kept', text: promises?.[item]?.what ?? '' };
    case 'handed_off':
      return { label: 'Handed over', text: `to ${handoffs?.[item]?.to ?? ''}` };
    case 'handed_back':
      return { label: 'Came back', text: `from ${handoffs?.[item]?.to ?? ''}` };
    case 'verified':
      return { label: 'Confirmed', text: '' };
    case 'seen_again':
      return { label: 'Seen again', text: seenAgain(seen_again?.[item]?.fix_worked) };
  }
}

function seenAgain(fixWorked: boolean | undefined): string {
  if (fixWorked === undefined) return '';
  return fixWorked ? 'The same fix worked.' : 'The same fix did not work.';
}
